package dev.slipway.plan.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants something of an operation, and why.
 *
 * @param key the Idempotency-Key of the request, or one of our own
 */
record Wish(String key, String requester, @Nullable String reason) {
    static Wish of(@Nullable String key, String requester, @Nullable String reason) {
        return new Wish(key == null ? UUID.randomUUID().toString() : key, requester, reason);
    }
}
