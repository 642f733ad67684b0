package dev.slipway.gateway.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tokens for tests. */
public final class TokenFixtures {
    /** The token of the first administrator. */
    public static final TokenSecret ADMINISTRATOR = new TokenSecret("slw_" + "a".repeat(43));

    private TokenFixtures() {}

    /** Returns the record of a token. */
    public static BearerToken aToken(TokenSecret secret, Instant lastUsedAt) {
        return new BearerToken(
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                "laptop",
                secret.sha256(),
                "alice",
                List.of(Role.USER),
                Instant.parse("2026-01-01T00:00:00Z"),
                lastUsedAt,
                0L);
    }
}
