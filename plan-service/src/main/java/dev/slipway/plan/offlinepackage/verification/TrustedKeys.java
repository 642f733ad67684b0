package dev.slipway.plan.offlinepackage.verification;

import dev.slipway.plan.offlinepackage.Fault;
import dev.slipway.plan.offlinepackage.FaultyPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The keys whose signatures count: a folder of Ed25519 public keys in PEM form, read anew each time. */
public final class TrustedKeys {
    private static final int RAW_BYTES = 32;
    private static final int ID_DIGITS = 16;

    private final Path folder;

    /** Trusts the keys in this folder. */
    public TrustedKeys(Path folder) {
        this.folder = folder;
    }

    /** Verifies the signature over the bytes by the key of that id. */
    void verify(String keyId, byte[] bytes, byte[] signature) {
        var key = read().get(keyId);
        if (key == null) {
            throw new FaultyPackage(
                    Fault.KEY_UNKNOWN,
                    "The package is signed with key %s, which is not trusted here: put its public key into %s and check again."
                            .formatted(keyId, folder));
        }
        if (!matches(key, bytes, signature)) {
            throw new FaultyPackage(
                    Fault.SIGNATURE_INVALID,
                    "The signature of the index does not match its bytes: the index was changed after it was signed.");
        }
    }

    private static boolean matches(PublicKey key, byte[] bytes, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(bytes);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Map<String, PublicKey> read() {
        var keys = new HashMap<String, PublicKey>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*.pem")) {
                files.forEach(file -> add(file, keys));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the trusted keys in " + folder, e);
            }
        }
        return keys;
    }

    private static void add(Path file, Map<String, PublicKey> keys) {
        try {
            var text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
            var encoded = Base64.getMimeDecoder().decode(text);
            var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            var raw = Arrays.copyOfRange(encoded, encoded.length - RAW_BYTES, encoded.length);
            keys.put(Sha256.of(raw).substring(0, ID_DIGITS), key);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the trusted key " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " is no Ed25519 public key in PEM form", e);
        }
    }
}
