package dev.slipway.plan.cluster.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.plan.cluster.reservation.DeploymentOrder;
import dev.slipway.plan.cluster.supply.Unavailable;
import dev.slipway.plan.operation.HostChanges;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.plan.operation.Operations;
import dev.slipway.toolkit.log.StepAttempt;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.spring.boot.ActivityImpl;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Does the lifecycle's own steps in the database. */
@Component
@ActivityImpl(taskQueues = TaskQueues.LIFECYCLE)
class StoredLifecycle implements LifecycleActivities {
    private final OperationBounds bounds;
    private final OwnWork work;
    private final OwnRecord record;
    private final RecordedOrders orders;
    private final Operations operations;

    StoredLifecycle(
            OperationBounds bounds, OwnWork work, OwnRecord record, RecordedOrders orders, Operations operations) {
        this.bounds = bounds;
        this.work = work;
        this.record = record;
        this.orders = orders;
        this.operations = operations;
    }

    @Override
    public boolean begin(Beginning beginning) {
        return now(bounds.begin(beginning)) == OperationState.RUNNING;
    }

    @Override
    public DeploymentOrder reserve(ClusterRequest request) {
        return requireNonNull(step(request, Step.RESERVE, work::reserve));
    }

    @Override
    public DeploymentOrder findOrder(ClusterRequest request) {
        return requireNonNull(now(orders.wanted(request.operation())));
    }

    @Override
    public void publish(ClusterRequest request) {
        step(request, Step.PUBLISH, work::publish);
    }

    @Override
    public Remains findRemains(ClusterRequest request) {
        return requireNonNull(now(orders.remains(request.operation())));
    }

    @Override
    public boolean hasChangedHosts(ClusterRequest request) {
        return Boolean.TRUE.equals(
                now(operations.begun(UUID.fromString(request.operation().clusterId()), HostChanges.FIRST)));
    }

    @Override
    public void release(ClusterRequest request) {
        step(request, Step.RELEASE, work::release);
    }

    @Override
    public void end(Ending ending) {
        now(bounds.end(ending));
    }

    private <T> @Nullable T step(
            ClusterRequest request, Step step, BiFunction<OperationReference, StepAttempt, Mono<T>> action) {
        var attempt = StepAttempt.current(request.operation().operationId(), step);
        return now(action.apply(request.operation(), attempt)
                .onErrorResume(
                        Unavailable.class,
                        cause -> record.failed(attempt, cause).then(Mono.error(cause))));
    }

    private static <T> @Nullable T now(Mono<T> work) {
        return work.onErrorMap(
                        Unavailable.class,
                        error -> Failures.of(FailureType.RESOURCE_UNAVAILABLE, String.valueOf(error.getMessage())))
                .block();
    }
}
