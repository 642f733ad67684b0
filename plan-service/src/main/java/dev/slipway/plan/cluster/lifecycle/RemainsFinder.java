package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.reservation.DeploymentOrder;
import dev.slipway.plan.cluster.reservation.Orders;
import dev.slipway.plan.cluster.spec.DeployMode;
import dev.slipway.plan.operation.HostChanges;
import dev.slipway.plan.operation.Operations;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out what an earlier operation left of a cluster. */
@Component
class RemainsFinder {
    /**
     * A plan makes no hosts, but has a lock and a folder of its own, which only a removal takes away after a cancel.
     */
    private static final Set<Step> PROVISIONING = Set.of(Step.PLAN_HOSTS, Step.CREATE_HOSTS);

    private final Clusters clusters;
    private final Operations operations;
    private final Orders orders;

    RemainsFinder(Clusters clusters, Operations operations, Orders orders) {
        this.clusters = clusters;
        this.operations = operations;
        this.orders = orders;
    }

    Mono<Remains> of(OperationReference operation) {
        return clusters.find(UUID.fromString(operation.clusterId()))
                .flatMap(cluster -> orders.of(operation).flatMap(order -> remains(cluster, order)))
                .switchIfEmpty(Mono.defer(() -> nothing(operation)));
    }

    /** Of a cluster that is gone only the deletion itself still says what kind of hosts it had. */
    private Mono<Remains> nothing(OperationReference operation) {
        return operations
                .steps(UUID.fromString(operation.operationId()), 0)
                .any(step -> step.step() == Step.RESET_HOSTS)
                .map(registered -> new Remains(registered, null, null));
    }

    private Mono<Remains> remains(Cluster cluster, DeploymentOrder order) {
        if (cluster.spec().deployMode() == DeployMode.AUTOMATIC) {
            return operations
                    .begun(cluster.id(), PROVISIONING)
                    .map(made -> new Remains(false, null, made ? order.provisioning() : null));
        }
        return operations
                .begun(cluster.id(), HostChanges.FIRST)
                .map(touched -> new Remains(true, touched ? order.installation() : null, null));
    }
}
