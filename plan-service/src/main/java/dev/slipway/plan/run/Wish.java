package dev.slipway.plan.run;

import dev.slipway.plan.idempotency.RequestIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Who wants something of an operation, and why.
 *
 * @param id tells the wish from others; a repeat of the same request has the same
 */
public record Wish(String id, String requester, @Nullable String reason) {
    /** Returns the wish of a request. */
    public static Wish of(RequestIdentity identity, @Nullable String reason) {
        return new Wish(identity.id(), identity.requester(), reason);
    }
}
