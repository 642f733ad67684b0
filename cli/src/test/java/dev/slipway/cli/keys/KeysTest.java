package dev.slipway.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import dev.slipway.cli.files.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    private Path folder;

    @Test
    void passwordsAreMadeOnceAndNeverShown() {
        Passwords made = Passwords.in(folder.resolve("passwords.json"));
        assertThat(Passwords.in(folder.resolve("passwords.json"))).isEqualTo(made);
        assertThat(List.of(made.administrator(), made.slipway(), made.temporal()))
                .doesNotHaveDuplicates();
        assertThat(made.toString()).doesNotContain(made.slipway());
    }

    @Test
    void everyServiceHasItsOwnKeyNamedAfterIt() throws Exception {
        ServiceKeys keys = new ServiceKeys(folder);
        keys.make(List.of("gateway", "plan-service"));
        ECKey gateway = ECKey.parse(PrivateFiles.read(keys.privateKey("gateway")));
        assertThat(gateway.isPrivate()).isTrue();
        assertThat(gateway.getKeyID()).isEqualTo("gateway");
        JWKSet publicKeys = JWKSet.load(keys.publicKeys().toFile());
        assertThat(publicKeys.getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
        assertThat(publicKeys.getKeyByKeyId("gateway")).isEqualTo(gateway.toPublicJWK());
    }

    @Test
    void keysStayTheSame() {
        ServiceKeys keys = new ServiceKeys(folder);
        keys.make(List.of("gateway"));
        String before = PrivateFiles.read(keys.privateKey("gateway"));
        keys.make(List.of("gateway", "install-worker"));
        assertThat(PrivateFiles.read(keys.privateKey("gateway"))).isEqualTo(before);
    }

    @Test
    void aBrokenKeyIsNamed() {
        ServiceKeys keys = new ServiceKeys(folder);
        PrivateFiles.write(keys.privateKey("gateway"), "not a key");
        assertThatIllegalStateException()
                .isThrownBy(() -> keys.make(List.of("gateway")))
                .withMessageContaining("gateway.jwk.json");
    }

    @Test
    void aTokenIsKeptWholeAndGivenAwayAsDigest() {
        Path file = folder.resolve("credentials.json");
        assertThat(Credentials.exist(file)).isFalse();
        Credentials made = Credentials.make("http://127.0.0.1:7080");
        made.write(file);
        assertThat(Credentials.read(file)).isEqualTo(made);
        assertThat(made.token()).matches("slw_[A-Za-z0-9_-]{43}");
        assertThat(made.toString()).doesNotContain(made.token());
        assertThat(new Credentials("x", "abc").tokenSha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void credentialsFollowTheAddressAndTheirHeaderIsPrivate() throws Exception {
        Credentials made = Credentials.make("http://127.0.0.1:7080");
        Path header = folder.resolve("authorization.header");

        made.writeHeader(header);

        assertThat(made.at("http://127.0.0.1:8080")).isEqualTo(new Credentials("http://127.0.0.1:8080", made.token()));
        assertThat(header).hasContent("Authorization: Bearer " + made.token());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(header)))
                .isEqualTo("rw-------");
    }
}
