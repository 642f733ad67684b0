package dev.slipway.plan.credential;

import dev.slipway.plan.endpoint.Changes;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.resource.Resource;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.secret.SealedSecrets;
import dev.slipway.plan.validation.RequestRules;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Registers, changes and removes credentials together with their secrets. */
@Component
class CredentialChanges implements Changes<Credential, NewCredential> {
    private final Resources<Credential> credentials;
    private final SealedSecrets secrets;
    private final RequestRules rules;
    private final DeletionGuard guard;
    private final Clock clock;

    CredentialChanges(
            Resources<Credential> credentials,
            SealedSecrets secrets,
            RequestRules rules,
            DeletionGuard guard,
            Clock clock) {
        this.credentials = credentials;
        this.secrets = secrets;
        this.rules = rules;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Mono<Credential> register(NewCredential asked) {
        check(asked, true);
        var credential = new Credential(
                UUID.randomUUID(),
                asked.name(),
                asked.username(),
                Objects.requireNonNull(asked.authentication()),
                Resource.now(clock),
                null);
        return credentials.save(credential).flatMap(saved -> seal(saved, asked));
    }

    @Override
    @Transactional
    public Mono<Credential> change(Credential present, NewCredential asked) {
        check(asked, false);
        return credentials
                .save(present.changed(asked.name(), asked.username(), asked.authentication()))
                .flatMap(saved -> seal(saved, asked));
    }

    @Override
    @Transactional
    public Mono<Void> remove(Credential credential) {
        return guard.remove(credentials, credential).then(Mono.defer(() -> secrets.deleteAll(credential.owner())));
    }

    private void check(NewCredential asked, boolean secretNeeded) {
        var findings = rules.check(asked);
        asked.check(findings, secretNeeded);
        findings.orThrow();
    }

    private Mono<Credential> seal(Credential saved, NewCredential asked) {
        var secret = asked.secret();
        if (secret == null) {
            return Mono.just(saved);
        }
        return secrets.deleteAll(saved.owner())
                .then(Mono.defer(() ->
                        secrets.store(saved.owner(), saved.authentication().secretName(), secret)))
                .thenReturn(saved);
    }
}
