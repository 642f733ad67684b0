package dev.slipway.plan.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.endpoint.KindClient;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.reference.Reference;
import dev.slipway.plan.resource.InMemoryResources;
import dev.slipway.plan.secret.InMemorySecrets;
import dev.slipway.plan.validation.RequestRules;
import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** What a credential may be, and what becomes of its secret. */
class CredentialRulesTest {
    private static final String KEY =
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIBmd\n-----END PRIVATE KEY-----\n";

    private final InMemoryResources<Credential> credentials = new InMemoryResources<>("credential");
    private final InMemorySecrets secrets = new InMemorySecrets();
    private final List<Reference> users = new ArrayList<>();
    private final KindClient client = new KindClient(controller(), "credentials");

    private CredentialController controller() {
        var changes = new CredentialChanges(
                credentials,
                secrets,
                new RequestRules(Validation.buildDefaultValidatorFactory().getValidator()),
                new DeletionGuard(List.of(id -> Flux.fromIterable(users))),
                Clock.systemUTC());
        return new CredentialController(credentials, changes);
    }

    @Test
    void keepsTheSecretWhenOnlyTheRestChanges() {
        var id = password();

        var changed = client.put(id, Map.of("name", "renamed", "username", "admin"));

        assertThat(changed.field("authentication")).isEqualTo("PASSWORD");
        assertThat(secret(id, "password")).isEqualTo("sesame");
    }

    @Test
    void forgetsTheSecretTogetherWithTheCredential() {
        var id = password();

        assertThat(client.delete(id).status()).isEqualTo(204);

        assertThat(secret(id, "password")).isNull();
    }

    @Test
    void keepsTheSecretWhenItMayNotBeDeleted() {
        var id = password();
        users.add(new Reference("host", "node-1"));

        assertThat(client.delete(id).status()).isEqualTo(409);

        assertThat(secret(id, "password")).isEqualTo("sesame");
    }

    @Test
    void saysWhichSecretToGive() {
        assertThat(client.post(Map.of("name", "login", "username", "root")).violations())
                .containsExactly("password: must be given, or else a privateKey");
        assertThat(client.post(Map.of("name", "login", "username", "root", "password", "x", "privateKey", KEY))
                        .violations())
                .containsExactly("privateKey: must be absent when there is a password; give one of the two");
        assertThat(client.post(Map.of("name", "login", "username", "root", "password", ""))
                        .violations())
                .containsExactly("password: must have 1 to 1024 characters");
    }

    @Test
    void saysWhatIsWrongWithAKey() {
        assertThat(client.post(key("ssh-ed25519 AAAA")).violations())
                .containsExactly(
                        "privateKey: must be a private key in PEM or OpenSSH form, from its BEGIN line to its END line");
        assertThat(client.post(key(KEY.replace("PRIVATE", "ENCRYPTED PRIVATE"))).violations())
                .containsExactly(
                        "privateKey: is protected by a passphrase, which nobody could enter; give it without one");
        assertThat(client.post(key(KEY.replace("PRIVATE", "OPENSSH PRIVATE"))).violations())
                .containsExactly("privateKey: is damaged: copy the whole file of the OpenSSH private key again");
        assertThat(client.post(key(KEY)).field("authentication")).isEqualTo("PRIVATE_KEY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Root",
                "1root",
                "root user",
                "root;reboot",
                "-o",
                "$(id)",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void wantsTheNameOfALinuxUser(String username) {
        assertThat(client.post(Map.of("name", "login", "username", username, "password", "x"))
                        .violations())
                .containsExactly("username: must be the name of a Linux user");
    }

    /** Records print themselves in logs and messages. */
    @Test
    void tellsNobodyItsSecret() {
        assertThat(new NewCredential("login", "root", "sesame", KEY)).asString().doesNotContain("sesame", "MC4CAQ");
        assertThat(new Login("root", "sesame", KEY)).asString().doesNotContain("sesame", "MC4CAQ");
    }

    private static Map<String, Object> key(String text) {
        return Map.of("name", "login", "username", "root", "privateKey", text);
    }

    private UUID password() {
        return client.post(Map.of("name", "login", "username", "root", "password", "sesame"))
                .id();
    }

    private String secret(UUID id, String name) {
        return secrets.read(Credential.owner(id), name)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .block();
    }
}
