package dev.slipway.plan.cluster.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SshKeyPairTest {
    @Test
    void writesAPublicKeyOfOneLine() {
        var key = SshKeyPair.generate("slipway-demo").publicKey().split(" ", -1);

        assertThat(key).hasSize(3);
        assertThat(key[0]).isEqualTo("ssh-ed25519");
        assertThat(key[2]).isEqualTo("slipway-demo");
        assertThat(Base64.getDecoder().decode(key[1])).hasSize(4 + 11 + 4 + 32);
    }

    @Test
    void writesAPrivateKeyThatHoldsTheSamePublicKey() {
        var pair = SshKeyPair.generate("slipway-demo");
        var blob = Base64.getDecoder().decode(pair.publicKey().split(" ", -1)[1]);

        var wire = ByteBuffer.wrap(body(pair));
        var magic = new byte[15];
        wire.get(magic);
        assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("openssh-key-v1\0");
        assertThat(text(wire)).isEqualTo("none");
        assertThat(text(wire)).isEqualTo("none");
        assertThat(text(wire)).isEmpty();
        assertThat(wire.getInt()).isOne();
        assertThat(bytes(wire)).isEqualTo(blob);

        var secret = ByteBuffer.wrap(bytes(wire));
        assertThat(secret.capacity() % 8).isZero();
        assertThat(secret.getInt()).isEqualTo(secret.getInt());
        assertThat(text(secret)).isEqualTo("ssh-ed25519");
        var publicPart = bytes(secret);
        assertThat(Arrays.copyOfRange(bytes(secret), 32, 64)).isEqualTo(publicPart);
        assertThat(text(secret)).isEqualTo("slipway-demo");
        assertThat(wire.hasRemaining()).isFalse();
    }

    @Test
    void makesAnotherPairEachTime() {
        assertThat(SshKeyPair.generate("a").publicKey())
                .isNotEqualTo(SshKeyPair.generate("a").publicKey());
    }

    @Test
    void neverShowsThePrivateKey() {
        assertThat(SshKeyPair.generate("a")).asString().doesNotContain("PRIVATE");
    }

    private static byte[] body(SshKeyPair pair) {
        return Base64.getMimeDecoder().decode(pair.privateKey().replaceAll("-----[A-Z ]+-----", ""));
    }

    private static byte[] bytes(ByteBuffer wire) {
        var bytes = new byte[wire.getInt()];
        wire.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer wire) {
        return new String(bytes(wire), StandardCharsets.UTF_8);
    }
}
