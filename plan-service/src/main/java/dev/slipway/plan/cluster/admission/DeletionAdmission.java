package dev.slipway.plan.cluster.admission;

import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.catalog.ClusterViews;
import dev.slipway.plan.database.Moments;
import dev.slipway.plan.idempotency.RequestIdentity;
import dev.slipway.plan.operation.OperationView;
import dev.slipway.plan.operation.Operations;
import dev.slipway.plan.run.OperationStarter;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Begins the deletion of a cluster, which takes the place of any other operation but of a deletion. */
@Component
class DeletionAdmission {
    private final ClusterViews views;
    private final Operations operations;
    private final Ledger ledger;
    private final OperationStarter starter;
    private final Clock clock;

    DeletionAdmission(ClusterViews views, Operations operations, Ledger ledger, OperationStarter starter, Clock clock) {
        this.views = views;
        this.operations = operations;
        this.ledger = ledger;
        this.starter = starter;
        this.clock = clock;
    }

    Mono<Accepted> delete(Cluster cluster, RequestIdentity identity) {
        var operation = RequestedOperation.of(OperationKind.DELETE, cluster, identity, Moments.now(clock));
        return deletionTwice(cluster)
                .then(views.of(cluster))
                .map(view -> new Accepted(view.deleting(OperationView.from(operation)), OperationView.from(operation)))
                .flatMap(answer -> ledger.delete(cluster, operation, identity, answer)
                        .onErrorResume(
                                DataIntegrityViolationException.class,
                                error -> deletionTwice(cluster).then(Mono.error(error)))
                        .then(starter.takeOver(operation))
                        .thenReturn(answer));
    }

    private Mono<Void> deletionTwice(Cluster cluster) {
        return operations
                .active(List.of(cluster.id()))
                .filter(running -> running.kind() == OperationKind.DELETE)
                .next()
                .flatMap(running -> Mono.error(new ClusterBusy(cluster, running)));
    }
}
