package dev.slipway.plan.secret;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** Makes keysets and turns them into text and back. */
final class Keyset {
    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Keyset() {}

    static KeysetHandle generate() {
        return build(KeysetHandle.newBuilder());
    }

    /** Returns the same keys and a new one that seals from now on. */
    static KeysetHandle rotated(KeysetHandle present) {
        return build(KeysetHandle.newBuilder(present));
    }

    private static KeysetHandle build(KeysetHandle.Builder builder) {
        try {
            return builder.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a key", e);
        }
    }

    static KeysetHandle parse(String json, String origin) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            // The cause may quote the text, and the text is secret.
            throw new IllegalArgumentException(origin + " is not a Tink JSON keyset");
        }
    }

    static String text(KeysetHandle keys) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot write the keyset", e);
        }
    }
}
