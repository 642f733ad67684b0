package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.plan.database.Moments;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.plan.operation.Operations;
import dev.slipway.plan.run.WorkflowStates;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Ends operations whose workflow is gone: someone terminated it in Temporal, or Temporal's database was lost. Otherwise
 * they would stay open for ever, and so would their clusters.
 */
@Component
class OrphanedOperations {
    private static final Logger log = LoggerFactory.getLogger(OrphanedOperations.class);
    private static final Failure GONE = new Failure(
            FailureType.UNEXPECTED,
            "The workflow of this operation was ended outside of Slipway; delete the cluster to tidy up what it left.",
            null);

    private final Operations operations;
    private final WorkflowStates workflows;
    private final OperationBounds bounds;
    private final Clock clock;

    OrphanedOperations(Operations operations, WorkflowStates workflows, OperationBounds bounds, Clock clock) {
        this.operations = operations;
        this.workflows = workflows;
        this.bounds = bounds;
        this.clock = clock;
    }

    /** Looks for them every minute. */
    @Scheduled(fixedDelayString = "${slipway.operations.orphans:PT1M}")
    Mono<Void> end() {
        return operations
                .begun()
                .concatMap(operation ->
                        workflows.isOpen(operation).flatMap(open -> open ? Mono.empty() : end(operation.id())))
                .then()
                .onErrorResume(OrphanedOperations::postponed);
    }

    /** Its workflow may have recorded the end between the two looks. */
    private Mono<Void> end(UUID id) {
        return operations
                .find(id)
                .filter(operation -> !operation.state().ended())
                .flatMap(this::endNow);
    }

    private Mono<Void> endNow(Operation operation) {
        log.atWarn()
                .addKeyValue("operation", operation.id())
                .addKeyValue("cluster", operation.clusterName())
                .log("The workflow of an operation is gone; the operation ends as failed, delete its cluster");
        var now = Moments.now(clock);
        return bounds.end(new Ending(operation.reference(), OperationState.FAILED, now, GONE));
    }

    private static Mono<Void> postponed(Throwable error) {
        log.atWarn().setCause(error).log("Temporal or PostgreSQL could not be asked; see whether they run");
        return Mono.empty();
    }
}
