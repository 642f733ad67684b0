package dev.slipway.gateway.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A new token, shown this once.
 *
 * @param token the token itself; only its hash is kept
 */
record IssuedToken(UUID id, String name, String user, List<Role> roles, Instant createdAt, String token) {
    static IssuedToken from(BearerToken stored, TokenSecret secret) {
        return new IssuedToken(
                stored.id(), stored.name(), stored.userName(), stored.roles(), stored.createdAt(), secret.text());
    }

    @Override
    public String toString() {
        return "IssuedToken[" + id + ", " + name + "]";
    }
}
