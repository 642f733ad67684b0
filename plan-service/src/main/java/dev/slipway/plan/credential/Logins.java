package dev.slipway.plan.credential;

import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.secret.SealedSecrets;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens credentials for those who have to log in. */
@Component
public final class Logins {
    private final Resources<Credential> credentials;
    private final SealedSecrets secrets;

    /** Opens these credentials with these secrets. */
    public Logins(Resources<Credential> credentials, SealedSecrets secrets) {
        this.credentials = credentials;
        this.secrets = secrets;
    }

    /** Returns what to log in with. */
    public Mono<Login> of(UUID credentialId) {
        return credentials.get(credentialId).flatMap(this::open);
    }

    private Mono<Login> open(Credential credential) {
        return secrets.read(credential.owner(), credential.authentication().secretName())
                .map(secret -> new String(secret, StandardCharsets.UTF_8))
                .map(secret -> switch (credential.authentication()) {
                    case PASSWORD -> new Login(credential.username(), secret, null);
                    case PRIVATE_KEY -> new Login(credential.username(), null, secret);
                });
    }
}
