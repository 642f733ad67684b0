package dev.slipway.plan.cluster.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.plan.cluster.reservation.DeploymentOrder;
import dev.slipway.plan.cluster.reservation.Orders;
import dev.slipway.plan.cluster.reservation.Reservations;
import dev.slipway.plan.cluster.supply.Unavailable;
import dev.slipway.plan.journal.OperationJournal;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.spring.boot.ActivityImpl;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Does the lifecycle's own steps in the database. */
@Component
@ActivityImpl(taskQueues = TaskQueues.LIFECYCLE)
class StoredLifecycle implements LifecycleActivities {
    private final OperationJournal journal;
    private final PhaseChanges phases;
    private final Reservations reservations;
    private final Orders orders;
    private final RemainsFinder remains;

    StoredLifecycle(
            OperationJournal journal,
            PhaseChanges phases,
            Reservations reservations,
            Orders orders,
            RemainsFinder remains) {
        this.journal = journal;
        this.phases = phases;
        this.reservations = reservations;
        this.orders = orders;
        this.remains = remains;
    }

    @Override
    public boolean begin(Beginning beginning) {
        var state = now(journal.begin(UUID.fromString(beginning.operation().operationId()), beginning.at()));
        return state == OperationState.RUNNING;
    }

    @Override
    public DeploymentOrder reserve(ClusterRequest request) {
        return requireNonNull(now(reservations
                .reserve(cluster(request.operation()))
                .then(Mono.defer(() -> orders.of(request.operation())))));
    }

    @Override
    public DeploymentOrder findOrder(ClusterRequest request) {
        return requireNonNull(now(orders.of(request.operation())));
    }

    @Override
    public void publish(ClusterRequest request) {
        now(phases.publish(cluster(request.operation())));
    }

    @Override
    public Remains findRemains(ClusterRequest request) {
        return requireNonNull(now(remains.of(request.operation())));
    }

    @Override
    public void release(ClusterRequest request) {
        now(reservations.release(cluster(request.operation())));
    }

    @Override
    public void end(Ending ending) {
        now(phases.end(ending));
    }

    private static <T> @Nullable T now(Mono<T> work) {
        return work.onErrorMap(
                        Unavailable.class,
                        error -> Failures.of(FailureType.RESOURCE_UNAVAILABLE, String.valueOf(error.getMessage())))
                .block();
    }

    private static UUID cluster(OperationReference operation) {
        return UUID.fromString(operation.clusterId());
    }
}
