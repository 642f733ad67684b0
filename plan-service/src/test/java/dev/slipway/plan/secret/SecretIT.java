package dev.slipway.plan.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.RunningPlanService;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

class SecretIT extends RunningPlanService {
    private final SecretOwner owner = new SecretOwner("test", UUID.randomUUID());

    @Autowired
    SealedSecrets secrets;

    @Autowired
    DatabaseClient database;

    @Test
    void keepsSecretsSealedUntilTheirOwnerIsGone() {
        secrets.store(owner, "one", bytes("first")).block();
        secrets.store(owner, "one", bytes("second")).block();
        secrets.store(owner, "two", bytes("third")).block();

        assertThat(secrets.read(owner, "one").block()).isEqualTo(bytes("second"));
        assertThat(new String(sealed("one"), StandardCharsets.ISO_8859_1)).doesNotContain("second");

        secrets.delete(owner, "one").block();
        assertThat(secrets.read(owner, "one").blockOptional()).isEmpty();
        secrets.deleteAll(owner).block();
        assertThat(secrets.read(owner, "two").blockOptional()).isEmpty();
    }

    @Test
    void sealsEverythingAnewOnRotation() {
        secrets.store(owner, "one", bytes("kept")).block();
        var before = sealed("one");
        var key = keyOf("one");

        var done = administrator()
                .post()
                .uri("/api/v1/secrets/rotation")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();

        assertThat((Integer) done.get("resealed")).isPositive();
        assertThat(sealed("one")).isNotEqualTo(before);
        assertThat(keyOf("one")).isNotEqualTo(key);
        assertThat(secrets.read(owner, "one").block()).isEqualTo(bytes("kept"));
    }

    @Test
    void letsOnlyAdministratorsRotate() {
        user().post().uri("/api/v1/secrets/rotation").exchange().expectStatus().isForbidden();
    }

    private byte[] sealed(String name) {
        return column("sealed", name, byte[].class);
    }

    private Long keyOf(String name) {
        return column("key_id", name, Long.class);
    }

    private <T> T column(String column, String name, Class<T> type) {
        return database.sql("select " + column + " from sealed_secret where owner_id = :id and name = :name")
                .bind("id", owner.id())
                .bind("name", name)
                .mapValue(type)
                .one()
                .block();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
