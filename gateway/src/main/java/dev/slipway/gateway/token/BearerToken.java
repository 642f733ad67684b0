package dev.slipway.gateway.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A token that is known: its hash, never itself.
 *
 * @param name what it is for, chosen by who made it
 * @param tokenSha256 hash of the token in hex
 * @param userName who calls with it
 * @param roles names of what it allows
 * @param lastUsedAt when it was last used, to the hour; null before the first use
 */
@Table(schema = "gateway", name = "bearer_token")
public record BearerToken(
        @Id UUID id,
        String name,
        String tokenSha256,
        String userName,
        List<Role> roles,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Version @Nullable Long version) {
    /** Copies the roles. */
    public BearerToken {
        roles = List.copyOf(roles);
    }

    /** Shows no hash. */
    @Override
    public String toString() {
        return "BearerToken[" + id + ", " + name + ", " + userName + "]";
    }
}
