package dev.slipway.plan.cluster.admission;

import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterPhase;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.idempotency.IdempotencyKeys;
import dev.slipway.plan.idempotency.RequestIdentity;
import dev.slipway.plan.operation.AskedFor;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.Operations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Writes a request down whole or not at all: the cluster, its operation and the answer for a repeat. */
@Component
class Ledger {
    private final Clusters clusters;
    private final Operations operations;
    private final IdempotencyKeys keys;
    private final InventoryLock inventory;

    Ledger(Clusters clusters, Operations operations, IdempotencyKeys keys, InventoryLock inventory) {
        this.inventory = inventory;
        this.clusters = clusters;
        this.operations = operations;
        this.keys = keys;
    }

    @Transactional
    Mono<Void> create(Cluster cluster, Operation operation, RequestIdentity identity, Accepted answer) {
        return keys.keep(identity, answer, operation.createdAt())
                .then(inventory.hold(cluster))
                .then(clusters.insert(cluster))
                .then(insert(operation, cluster));
    }

    @Transactional
    Mono<Void> delete(Cluster cluster, Operation operation, RequestIdentity identity, Accepted answer) {
        return keys.keep(identity, answer, operation.createdAt())
                .then(insert(operation, cluster))
                .then(clusters.enter(cluster.id(), ClusterPhase.DELETING));
    }

    private Mono<Void> insert(Operation operation, Cluster cluster) {
        var spec = cluster.spec();
        return operations.insert(
                operation,
                new AskedFor(spec, spec.nodeCount()),
                OperationSteps.of(operation.kind(), spec.deployMode()));
    }
}
