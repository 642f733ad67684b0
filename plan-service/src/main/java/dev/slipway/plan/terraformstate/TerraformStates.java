package dev.slipway.plan.terraformstate;

import dev.slipway.plan.secret.SealedSecrets;
import dev.slipway.plan.secret.SecretOwner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The Terraform state of each cluster, sealed because it holds secrets. */
@Component
public class TerraformStates {
    private static final String STATE = "state";

    private final SealedSecrets secrets;
    private final TerraformLocks locks;

    TerraformStates(SealedSecrets secrets, TerraformLocks locks) {
        this.secrets = secrets;
        this.locks = locks;
    }

    Mono<byte[]> read(UUID clusterId) {
        return secrets.read(owner(clusterId), STATE);
    }

    /** Stores the state for the run that holds the lock: one that lost it must not undo what came after it. */
    @Transactional
    public Mono<Void> store(UUID clusterId, @Nullable String lockId, byte[] state) {
        return locks.require(clusterId, lockId).then(Mono.defer(() -> secrets.store(owner(clusterId), STATE, state)));
    }

    /** Deletes the state for the run that holds the lock. */
    @Transactional
    public Mono<Void> delete(UUID clusterId, @Nullable String lockId) {
        return locks.require(clusterId, lockId).then(Mono.defer(() -> secrets.delete(owner(clusterId), STATE)));
    }

    /** Forgets state and lock of a cluster that is gone. */
    @Transactional
    public Mono<Void> forget(UUID clusterId) {
        return secrets.deleteAll(owner(clusterId)).then(locks.forget(clusterId));
    }

    private static SecretOwner owner(UUID clusterId) {
        return new SecretOwner("terraform-state", clusterId);
    }
}
