package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.plan.cluster.ClusterPhase;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.forecast.Forecasts;
import dev.slipway.plan.journal.OperationJournal;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.plan.operation.Operations;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Begins an operation, and ends it: its cluster is in the phase then that the operation led to. */
@Component
class OperationBounds {
    private final Clusters clusters;
    private final OperationJournal journal;
    private final Leftovers leftovers;
    private final Operations operations;
    private final Forecasts forecasts;

    OperationBounds(
            Clusters clusters,
            OperationJournal journal,
            Leftovers leftovers,
            Operations operations,
            Forecasts forecasts) {
        this.operations = operations;
        this.clusters = clusters;
        this.journal = journal;
        this.leftovers = leftovers;
        this.forecasts = forecasts;
    }

    /** Returns the state it is in then, with the forecast kept of how long it takes. */
    Mono<OperationState> begin(Beginning beginning) {
        var operation = UUID.fromString(beginning.operation().operationId());
        return journal.begin(operation, beginning.at()).delayUntil(state -> forecasts.foretell(operation));
    }

    @Transactional
    Mono<Void> end(Ending ending) {
        var operation = UUID.fromString(ending.operation().operationId());
        var cluster = UUID.fromString(ending.operation().clusterId());
        return switch (ending.state()) {
            case SUCCEEDED, ROLLED_BACK -> journal.end(operation, ending.state(), ending.at(), null);
            case CANCELED, ABANDONED ->
                leftovers
                        .of(cluster)
                        .flatMap(left -> journal.end(operation, ending.state(), ending.at(), left(ending, left)))
                        .then(fail(cluster));
            case PENDING, RUNNING, PAUSED, STOPPED, ROLLING_BACK, FAILED ->
                journal.end(operation, ending.state(), ending.at(), ending.failure())
                        .then(fail(cluster));
        };
    }

    /** A deletion that waits for this end has moved the cluster on already. */
    private Mono<Void> fail(UUID cluster) {
        return operations
                .active(List.of(cluster))
                .hasElements()
                .flatMap(taken -> taken ? Mono.empty() : clusters.enter(cluster, ClusterPhase.FAILED));
    }

    /** What the operation had stopped with stays the cause; what is left is said with it. */
    private static Failure left(Ending ending, String left) {
        var failure = ending.failure();
        return failure == null
                ? new Failure(FailureType.CANCELED, left, null)
                : new Failure(failure.type(), failure.message() + " " + left, failure.host());
    }
}
