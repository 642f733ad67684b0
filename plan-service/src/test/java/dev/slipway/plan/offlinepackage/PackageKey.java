package dev.slipway.plan.offlinepackage;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** The key that an offline package is signed with. */
final class PackageKey {
    private final KeyPair key = key();

    /** Returns its name: the beginning of the digest of its public part. */
    String id() {
        var encoded = key.getPublic().getEncoded();
        return ServedIndex.sha256(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
                .substring(0, 16);
    }

    /** Returns its public part, as a file of trusted keys has it. */
    String pem() {
        var encoded = Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n";
    }

    byte[] sign(byte[] bytes) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key.getPrivate());
            signer.update(bytes);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
