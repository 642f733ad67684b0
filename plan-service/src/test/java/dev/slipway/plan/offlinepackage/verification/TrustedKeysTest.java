package dev.slipway.plan.offlinepackage.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.plan.offlinepackage.Fault;
import dev.slipway.plan.offlinepackage.FaultyPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedKeysTest {
    private static final byte[] INDEX = "the index".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private KeyPair pair;
    private String keyId;

    @BeforeEach
    void makeKey() throws GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var encoded = pair.getPublic().getEncoded();
        keyId = Sha256.of(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
                .substring(0, 16);
    }

    @Test
    void believesWhoseKeyIsInTheFolder() throws Exception {
        trust("maker.pem");

        var signature = sign(INDEX);

        assertThatCode(() -> keys().verify(keyId, INDEX, signature)).doesNotThrowAnyException();
        assertThat(fault(sign("another index".getBytes(StandardCharsets.UTF_8))).fault())
                .isEqualTo(Fault.SIGNATURE_INVALID);
        assertThat(fault(new byte[3]).fault()).isEqualTo(Fault.SIGNATURE_INVALID);
    }

    @Test
    void saysWhereToPutAKeyThatIsMissing() throws Exception {
        assertThat(fault(sign(INDEX)).sentence())
                .contains("signed with key " + keyId)
                .contains("put its public key into " + folder)
                .doesNotContain("PEM form");
        assertThat(catchThrowableOfType(
                                FaultyPackage.class,
                                () -> new TrustedKeys(folder.resolve("none")).verify(keyId, INDEX, sign(INDEX)))
                        .fault())
                .isEqualTo(Fault.KEY_UNKNOWN);
    }

    /** One bad file once kept every package from being verified, and nobody was told. */
    @Test
    void usesTheOtherKeysWhenAFileIsNone() throws Exception {
        Files.writeString(folder.resolve("notes.pem"), "no key at all!");
        Files.writeString(folder.resolve("rsa.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        assertThat(fault(sign(INDEX)).sentence())
                .contains("Not an Ed25519 public key in PEM form")
                .contains("notes.pem", "rsa.pem");

        trust("maker.pem");

        assertThatCode(() -> keys().verify(keyId, INDEX, sign(INDEX))).doesNotThrowAnyException();
    }

    @Test
    void readsTheFolderAnewEachTime() throws Exception {
        var keys = keys();
        var signature = sign(INDEX);
        trust("maker.pem");
        assertThatCode(() -> keys.verify(keyId, INDEX, signature)).doesNotThrowAnyException();

        Files.delete(folder.resolve("maker.pem"));

        assertThat(fault(signature).fault()).isEqualTo(Fault.KEY_UNKNOWN);
    }

    private TrustedKeys keys() {
        return new TrustedKeys(folder);
    }

    private FaultyPackage fault(byte[] signature) {
        return catchThrowableOfType(FaultyPackage.class, () -> keys().verify(keyId, INDEX, signature));
    }

    private void trust(String file) throws IOException {
        var encoded = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
        Files.writeString(
                folder.resolve(file), "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");
    }

    private byte[] sign(byte[] bytes) throws GeneralSecurityException {
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(bytes);
        return signer.sign();
    }
}
