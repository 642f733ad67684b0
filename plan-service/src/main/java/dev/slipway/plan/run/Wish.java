package dev.slipway.plan.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants something of an operation, and why.
 *
 * @param key the Idempotency-Key of the request, or one of our own
 */
public record Wish(String key, String requester, @Nullable String reason) {
    /** Returns a wish; without a key of the person's it has one of its own. */
    public static Wish of(@Nullable String key, String requester, @Nullable String reason) {
        return new Wish(key == null ? UUID.randomUUID().toString() : key, requester, reason);
    }
}
