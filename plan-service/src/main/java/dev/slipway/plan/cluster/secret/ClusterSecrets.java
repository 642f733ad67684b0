package dev.slipway.plan.cluster.secret;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Keeps what is secret of a cluster, sealed. */
public interface ClusterSecrets {
    /** Seals and keeps a secret, in place of an earlier one of the same kind. */
    Mono<Void> keep(UUID cluster, SecretKind kind, String secret);

    /** Opens a secret. */
    Mono<String> open(UUID cluster, SecretKind kind);

    /** Forgets everything secret of a cluster, its Terraform state as well. */
    Mono<Void> forget(UUID cluster);
}
