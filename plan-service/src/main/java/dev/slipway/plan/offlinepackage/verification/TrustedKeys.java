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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        var unreadable = new ArrayList<Path>();
        var key = read(unreadable).get(keyId);
        if (key == null) {
            throw untrusted(keyId, unreadable);
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

    private FaultyPackage untrusted(String keyId, List<Path> unreadable) {
        var hint = unreadable.isEmpty()
                ? ""
                : " Not an Ed25519 public key in PEM form: %s."
                        .formatted(unreadable.stream().map(Path::toString).collect(Collectors.joining(", ")));
        return new FaultyPackage(
                Fault.KEY_UNKNOWN,
                "The package is signed with key %s, which is not trusted here: put its public key into %s.%s"
                        .formatted(keyId, folder, hint));
    }

    /** A file that is no key must not keep the others from being used. */
    private Map<String, PublicKey> read(List<Path> unreadable) {
        var keys = new HashMap<String, PublicKey>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*.pem")) {
                for (var file : files) {
                    add(file, keys, unreadable);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the trusted keys in " + folder, e);
            }
        }
        return keys;
    }

    private static void add(Path file, Map<String, PublicKey> keys, List<Path> unreadable) {
        try {
            var text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
            var encoded = Base64.getMimeDecoder().decode(text);
            var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            var raw = Arrays.copyOfRange(encoded, encoded.length - RAW_BYTES, encoded.length);
            keys.put(Sha256.of(raw).substring(0, ID_DIGITS), key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            unreadable.add(file);
        }
    }
}
