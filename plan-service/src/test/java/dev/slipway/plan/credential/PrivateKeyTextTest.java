package dev.slipway.plan.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PrivateKeyTextTest {
    @Test
    void takesKeysInPemAndOpensshForm() {
        assertThat(PrivateKeyText.fault(pem("RSA PRIVATE KEY", "AAAA"))).isEmpty();
        assertThat(PrivateKeyText.fault(pem("OPENSSH PRIVATE KEY", openssh("none"))))
                .isEmpty();
    }

    @Test
    void refusesAKeyWithAPassphrase() {
        assertThat(PrivateKeyText.fault(pem("ENCRYPTED PRIVATE KEY", "AAAA")))
                .get()
                .asString()
                .contains("passphrase");
        assertThat(PrivateKeyText.fault(
                        pem("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,6F1C\n\nAAAA")))
                .get()
                .asString()
                .contains("passphrase");
        assertThat(PrivateKeyText.fault(pem("OPENSSH PRIVATE KEY", openssh("aes256-ctr"))))
                .get()
                .asString()
                .contains("passphrase");
    }

    @Test
    void refusesWhatIsNoPrivateKey() {
        assertThat(PrivateKeyText.fault("ssh-ed25519 AAAA")).isPresent();
        assertThat(PrivateKeyText.fault(pem("PUBLIC KEY", "AAAA"))).isPresent();
        assertThat(PrivateKeyText.fault(pem("OPENSSH PRIVATE KEY", "AAAA")))
                .get()
                .asString()
                .contains("damaged");
    }

    private static String pem(String kind, String body) {
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static String openssh(String cipher) {
        var bytes = ByteBuffer.allocate(64);
        bytes.put("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII)).putInt(cipher.length());
        bytes.put(cipher.getBytes(StandardCharsets.US_ASCII));
        return Base64.getMimeEncoder().encodeToString(bytes.array());
    }
}
