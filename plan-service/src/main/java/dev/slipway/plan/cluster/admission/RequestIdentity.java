package dev.slipway.plan.cluster.admission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how the request is told from others.
 *
 * @param key the Idempotency-Key, when the client sent one
 * @param fingerprint digest of what is asked for
 */
record RequestIdentity(String requester, @Nullable String key, String fingerprint) {
    static RequestIdentity of(String requester, @Nullable String key, String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new RequestIdentity(requester, key, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
