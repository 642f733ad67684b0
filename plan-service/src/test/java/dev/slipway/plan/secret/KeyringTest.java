package dev.slipway.plan.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {
    private static final byte[] SECRET = "open sesame".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BINDING = new SecretOwner("credential", new UUID(1, 2)).binding("password");

    @TempDir
    Path folder;

    @Test
    void makesAKeyFileForItsOwnerAloneAndUsesItAgain() throws Exception {
        var file = new KeyFile(folder.resolve("keys/secrets.json"));

        var box = Keyring.open(file, false).seal(SECRET, BINDING);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(Keyring.open(file, true).open(box, BINDING)).isEqualTo(SECRET);
        assertThat(new String(box, StandardCharsets.ISO_8859_1)).doesNotContain("sesame");
    }

    @Test
    void refusesToStartWithoutTheKeyOfSecretsThatExist() {
        assertThatThrownBy(() -> Keyring.open(new KeyFile(folder.resolve("lost.json")), true))
                .isInstanceOf(KeyMissing.class)
                .hasMessageContaining("Put the file back from your backup");
    }

    @Test
    void opensASecretForItsOwnerAndNameOnly() {
        var keyring = Keyring.open(new KeyFile(folder.resolve("secrets.json")), false);
        var box = keyring.seal(SECRET, BINDING);

        assertThatThrownBy(() -> keyring.open(box, new SecretOwner("credential", new UUID(1, 3)).binding("password")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealsWithANewKeyAfterRotationAndOpensWhatTheOldOneSealed() {
        var file = new KeyFile(folder.resolve("secrets.json"));
        var keyring = Keyring.open(file, false);
        var other = Keyring.open(file, true);
        var old = keyring.seal(SECRET, BINDING);
        var oldKey = keyring.primary();

        keyring.rotate();

        assertThat(keyring.primary()).isNotEqualTo(oldKey);
        assertThat(keyring.open(old, BINDING)).isEqualTo(SECRET);
        assertThat(other.open(keyring.seal(SECRET, BINDING), BINDING)).isEqualTo(SECRET);
    }

    @Test
    void takesKeysFromTheEnvironmentAndLeavesThemAsTheyAre() {
        var keyring = Keyring.of(Keyset.text(Keyset.generate()));
        var key = keyring.primary();

        keyring.rotate();

        assertThat(keyring.primary()).isEqualTo(key);
        assertThat(keyring.open(keyring.seal(SECRET, BINDING), BINDING)).isEqualTo(SECRET);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keyring.of("{secret"))
                .withMessageNotContaining("{secret");
    }

    @Test
    void wantsExactlyOneOriginOfKeys() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretsProperties(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretsProperties(folder, "key"));
        assertThat(new SecretsProperties(null, "the key")).asString().doesNotContain("the key");
    }
}
