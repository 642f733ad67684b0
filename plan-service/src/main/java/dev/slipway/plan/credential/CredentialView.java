package dev.slipway.plan.credential;

import dev.slipway.plan.endpoint.View;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A credential as it is shown: never with its secret. */
record CredentialView(
        UUID id, String name, String username, Authentication authentication, Instant createdAt, long version)
        implements View {
    static CredentialView from(Credential credential) {
        return new CredentialView(
                credential.id(),
                credential.name(),
                credential.username(),
                credential.authentication(),
                credential.createdAt(),
                Objects.requireNonNull(credential.version()));
    }
}
