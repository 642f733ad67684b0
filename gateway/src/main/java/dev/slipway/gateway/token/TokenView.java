package dev.slipway.gateway.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is shown: without itself and its hash.
 *
 * @param lastUsedAt when it was last used, to the hour
 */
public record TokenView(
        UUID id,
        String name,
        String user,
        List<Role> roles,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {
    /** Shows a token. */
    public static TokenView from(BearerToken token) {
        return new TokenView(
                token.id(), token.name(), token.userName(), token.roles(), token.createdAt(), token.lastUsedAt());
    }
}
