package dev.slipway.plan.credential;

import dev.slipway.plan.resource.Resource;
import dev.slipway.plan.secret.SecretOwner;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** How to log in to hosts; the secret itself is sealed elsewhere. */
@Table("credential")
public record Credential(
        @Id UUID id,
        String name,
        String username,
        Authentication authentication,
        Instant createdAt,
        @Version @Nullable Long version)
        implements Resource {
    SecretOwner owner() {
        return owner(id);
    }

    static SecretOwner owner(UUID id) {
        return new SecretOwner("credential", id);
    }

    Credential changed(String newName, String newUsername, @Nullable Authentication newAuthentication) {
        var kept = newAuthentication == null ? authentication : newAuthentication;
        return new Credential(id, newName, newUsername, kept, createdAt, version);
    }
}
