package dev.slipway.plan.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how the request is told from others.
 *
 * @param key the Idempotency-Key, when the client sent one
 * @param fingerprint digest of what is asked for
 */
public record RequestIdentity(String requester, @Nullable String key, String fingerprint) {
    private static final int LONGEST_KEY = 200;

    /** Identifies a request; fails when its key is none. */
    public static RequestIdentity of(String requester, @Nullable String key, String content) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new InvalidKey(LONGEST_KEY);
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new RequestIdentity(requester, key, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Returns a name for what becomes of the request: the same for its repeats, another one for anybody else's. */
    public String id() {
        return key == null
                ? UUID.randomUUID().toString()
                : UUID.nameUUIDFromBytes((requester + "\n" + key).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
