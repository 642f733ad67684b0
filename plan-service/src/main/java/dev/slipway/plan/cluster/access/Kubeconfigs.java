package dev.slipway.plan.cluster.access;

import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.secret.ClusterSecrets;
import dev.slipway.plan.cluster.secret.SecretKind;
import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the kubeconfig of each cluster sealed. */
@Component
class Kubeconfigs {
    private final Clusters clusters;
    private final ClusterSecrets secrets;

    Kubeconfigs(Clusters clusters, ClusterSecrets secrets) {
        this.clusters = clusters;
        this.secrets = secrets;
    }

    Mono<Void> keep(UUID cluster, Kubeconfig kubeconfig) {
        return clusters.require(cluster)
                .flatMap(found -> secrets.keep(cluster, SecretKind.KUBECONFIG, kubeconfig.kubeconfig()));
    }

    Mono<Kubeconfig> open(UUID cluster) {
        return clusters.require(cluster)
                .flatMap(found -> secrets.open(cluster, SecretKind.KUBECONFIG))
                .map(Kubeconfig::new)
                .switchIfEmpty(Mono.error(Kubeconfigs::none));
    }

    private static ProblemException none() {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "kubeconfig-not-found",
                "Kubeconfig not found",
                "The cluster has no kubeconfig yet; there is one when its installation was verified.",
                List.of());
    }
}
