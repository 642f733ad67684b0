package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.plan.cluster.ClusterPhase;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.journal.OperationJournal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Moves a cluster to the phase its operation leads to. */
@Component
class PhaseChanges {
    private final Clusters clusters;
    private final OperationJournal journal;
    private final Leftovers leftovers;

    PhaseChanges(Clusters clusters, OperationJournal journal, Leftovers leftovers) {
        this.clusters = clusters;
        this.journal = journal;
        this.leftovers = leftovers;
    }

    Mono<Void> publish(UUID cluster) {
        return clusters.enter(cluster, ClusterPhase.READY);
    }

    @Transactional
    Mono<Void> end(Ending ending) {
        var operation = UUID.fromString(ending.operation().operationId());
        var cluster = UUID.fromString(ending.operation().clusterId());
        return switch (ending.state()) {
            case SUCCEEDED -> journal.end(operation, ending.state(), ending.at(), null);
            case CANCELED ->
                leftovers
                        .of(cluster)
                        .flatMap(left -> journal.end(operation, ending.state(), ending.at(), canceled(left)))
                        .then(clusters.enter(cluster, ClusterPhase.FAILED));
            default ->
                journal.end(operation, ending.state(), ending.at(), ending.failure())
                        .then(clusters.enter(cluster, ClusterPhase.FAILED));
        };
    }

    private static Failure canceled(String left) {
        return new Failure(FailureType.CANCELED, left, null);
    }
}
