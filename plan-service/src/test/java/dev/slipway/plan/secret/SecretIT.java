package dev.slipway.plan.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.plan.RunningPlanService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SecretIT extends RunningPlanService {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final SecretOwner owner = new SecretOwner("test", UUID.randomUUID());

    @Autowired
    SealedSecrets secrets;

    @Autowired
    DatabaseClient database;

    @Autowired
    Keyring keyring;

    @Autowired
    StoredSecrets stored;

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
    void goesOnAfterARotationThatWasInterruptedHalfWay() {
        var names = IntStream.range(0, 60).mapToObj(number -> "n" + number).toList();
        Flux.fromIterable(names)
                .concatMap(name -> secrets.store(owner, name, bytes(name)))
                .blockLast(LIMIT);
        var old = keyOf("n0");
        keyring.rotate();

        var interrupted = stored.reseal().subscribe();
        await().atMost(LIMIT).until(() -> sealedWith(old) < names.size());
        interrupted.dispose();

        assertThat(names)
                .allSatisfy(name ->
                        assertThat(secrets.read(owner, name).block(LIMIT)).isEqualTo(bytes(name)));
        assertThat(stored.reseal().block(LIMIT)).isNotNull();
        assertThat(sealedWith(old)).isZero();
        assertThat(names)
                .allSatisfy(name ->
                        assertThat(secrets.read(owner, name).block(LIMIT)).isEqualTo(bytes(name)));
    }

    /** What is stored while keys rotate is newer than what the rotation read, and must not be lost to it. */
    @Test
    void losesNoSecretThatIsStoredWhileKeysRotate() {
        var names = IntStream.range(0, 40).mapToObj(number -> "w" + number).toList();
        Flux.fromIterable(names)
                .concatMap(name -> secrets.store(owner, name, bytes("old " + name)))
                .blockLast(LIMIT);
        keyring.rotate();

        var writing = Flux.fromIterable(names)
                .flatMap(name -> secrets.store(owner, name, bytes("new " + name)), 4)
                .then();
        Mono.when(stored.reseal(), writing, stored.reseal()).block(LIMIT);

        assertThat(names)
                .allSatisfy(name ->
                        assertThat(secrets.read(owner, name).block(LIMIT)).isEqualTo(bytes("new " + name)));
    }

    private Long sealedWith(Long key) {
        return database.sql("select count(*) from sealed_secret where owner_id = :id and key_id = :key")
                .bind("id", owner.id())
                .bind("key", key)
                .mapValue(Long.class)
                .one()
                .block(LIMIT);
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
