package dev.slipway.plan.cluster.inventory;

import dev.slipway.plan.cluster.secret.ClusterSecrets;
import dev.slipway.plan.cluster.secret.SecretKind;
import dev.slipway.plan.secret.SealedSecrets;
import dev.slipway.plan.secret.SecretOwner;
import dev.slipway.plan.terraformstate.TerraformStates;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps secrets of clusters with the service's own sealed ones. */
@Component
class SealedClusterSecrets implements ClusterSecrets {
    private final SealedSecrets secrets;
    private final TerraformStates states;

    SealedClusterSecrets(SealedSecrets secrets, TerraformStates states) {
        this.secrets = secrets;
        this.states = states;
    }

    @Override
    public Mono<Void> keep(UUID cluster, SecretKind kind, String secret) {
        return secrets.store(owner(cluster), kind.name(), secret.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Mono<String> open(UUID cluster, SecretKind kind) {
        return secrets.read(owner(cluster), kind.name()).map(secret -> new String(secret, StandardCharsets.UTF_8));
    }

    @Override
    public Mono<Void> forget(UUID cluster) {
        return secrets.deleteAll(owner(cluster)).then(states.forget(cluster));
    }

    private static SecretOwner owner(UUID cluster) {
        return new SecretOwner("cluster", cluster);
    }
}
