package dev.slipway.plan.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** The keys in use: each secret is sealed with a key of its own, which the primary key seals. */
final class Keyring {
    private final @Nullable KeyFile file;
    private volatile KeysetHandle keys;

    private Keyring(@Nullable KeyFile file, KeysetHandle keys) {
        this.file = file;
        this.keys = keys;
    }

    static Keyring of(String keyset) {
        return new Keyring(null, Keyset.parse(keyset, "slipway.secrets.key"));
    }

    /** Opens the file, and makes it only when there is no secret yet that a lost key would be missed for. */
    static Keyring open(KeyFile file, boolean secretsExist) {
        if (file.exists()) {
            return new Keyring(file, file.read());
        }
        if (secretsExist) {
            throw new KeyMissing(file.path());
        }
        var keys = Keyset.generate();
        file.write(keys);
        return new Keyring(file, keys);
    }

    long primary() {
        return keys.getPrimary().getId();
    }

    byte[] seal(byte[] secret, byte[] binding) {
        try {
            return envelope(keys).encrypt(secret, binding);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal a secret", e);
        }
    }

    byte[] open(byte[] box, byte[] binding) {
        try {
            return envelope(keys).decrypt(box, binding);
        } catch (GeneralSecurityException e) {
            return openWithFreshKeys(box, binding);
        }
    }

    /** Another replica may have rotated the keys of the file meanwhile. */
    private byte[] openWithFreshKeys(byte[] box, byte[] binding) {
        try {
            if (file != null) {
                keys = file.read();
            }
            return envelope(keys).decrypt(box, binding);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed secret does not open with the keys there are", e);
        }
    }

    /** Makes a new primary key where the keys are ours to change; with keys from the environment their giver does. */
    synchronized void rotate() {
        if (file != null) {
            var rotated = Keyset.rotated(file.read());
            file.write(rotated);
            keys = rotated;
        }
    }

    private static Aead envelope(KeysetHandle keys) throws GeneralSecurityException {
        var remote = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        return KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, remote);
    }
}
