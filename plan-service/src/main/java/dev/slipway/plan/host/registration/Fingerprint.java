package dev.slipway.plan.host.registration;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The short form of an SSH key that people compare. */
final class Fingerprint {
    private Fingerprint() {}

    /** Returns what ssh-keygen -l shows for a key in OpenSSH form, or the text itself if it is none. */
    static @Nullable String of(@Nullable String hostKey) {
        if (hostKey == null) {
            return null;
        }
        var parts = hostKey.strip().split(" ", 3);
        try {
            var blob = Base64.getDecoder().decode(parts[parts.length > 1 ? 1 : 0]);
            var digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (IllegalArgumentException notBase64) {
            return hostKey;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
