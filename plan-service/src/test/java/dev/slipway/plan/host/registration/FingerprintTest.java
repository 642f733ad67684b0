package dev.slipway.plan.host.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void showsAKeyAsSshDoes() {
        assertThat(Fingerprint.of("ssh-ed25519 AAAA root@host"))
                .isEqualTo(Fingerprint.of("ssh-ed25519 AAAA"))
                .isEqualTo(Fingerprint.of("AAAA"))
                .isEqualTo("SHA256:cJ6AyISHokEeHuTfufIqhhSS0gxHZRUMDHlKvXD4FHw");
    }

    @Test
    void showsNothingOfNothingAndTheTextOfWhatIsNoKey() {
        assertThat(Fingerprint.of(null)).isNull();
        assertThat(Fingerprint.of("no key!")).isEqualTo("no key!");
    }
}
