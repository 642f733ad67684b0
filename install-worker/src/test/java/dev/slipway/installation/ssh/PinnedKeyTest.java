package dev.slipway.installation.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;

class PinnedKeyTest {
    @Test
    void remembersTheKeyOfAHostMetForTheFirstTime() throws Exception {
        var key = new PinnedKey(null);

        assertThat(key.verify("10.0.0.1", 22, rsa())).isTrue();

        assertThat(key.seen()).startsWith("ssh-rsa AAAA");
        assertThat(key.refused()).isFalse();
        assertThat(key.findExistingAlgorithms("10.0.0.1", 22)).isEmpty();
    }

    @Test
    void acceptsThePinnedKeyOnly() throws Exception {
        PublicKey known = rsa();
        var key = new PinnedKey(HostKey.of(known).toString());

        assertThat(key.verify("10.0.0.1", 22, known)).isTrue();
        assertThat(key.refused()).isFalse();
        assertThat(key.verify("10.0.0.1", 22, rsa())).isFalse();
        assertThat(key.refused()).isTrue();
    }

    @Test
    void asksForTheKindOfKeyThatIsPinned() {
        assertThat(new PinnedKey("ssh-ed25519 AAAA host").findExistingAlgorithms("", 22))
                .containsExactly("ssh-ed25519");
        assertThat(new PinnedKey("ssh-rsa AAAA").findExistingAlgorithms("", 22)).contains("rsa-sha2-512");
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PinnedKey("ssh-ed25519"));
    }

    private static PublicKey rsa() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPublic();
    }
}
