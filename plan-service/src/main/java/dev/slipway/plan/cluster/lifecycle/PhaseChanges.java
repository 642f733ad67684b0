package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.plan.cluster.ClusterPhase;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.journal.OperationJournal;
import dev.slipway.plan.operation.OperationState;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Moves a cluster to the phase its operation leads to. */
@Component
class PhaseChanges {
    private final Clusters clusters;
    private final OperationJournal journal;

    PhaseChanges(Clusters clusters, OperationJournal journal) {
        this.clusters = clusters;
        this.journal = journal;
    }

    Mono<Void> publish(UUID cluster) {
        return clusters.enter(cluster, ClusterPhase.READY);
    }

    @Transactional
    Mono<Void> end(Ending ending) {
        var operation = UUID.fromString(ending.operation().operationId());
        var ended = journal.end(operation, ending.state(), ending.at(), ending.failure());
        var cluster = UUID.fromString(ending.operation().clusterId());
        return ending.state() == OperationState.SUCCEEDED
                ? ended
                : ended.then(clusters.enter(cluster, ClusterPhase.FAILED));
    }
}
