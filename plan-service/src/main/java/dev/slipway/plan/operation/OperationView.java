package dev.slipway.plan.operation;

import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.plan.forecast.Estimate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the API shows it.
 *
 * @param estimate how long it will probably still take; only while it runs, and when earlier operations say so
 * @param waitingFor what has to happen before it begins; only while it is PENDING
 * @param choices what can be decided while it is STOPPED
 */
public record OperationView(
        UUID id,
        UUID clusterId,
        String clusterName,
        OperationKind kind,
        OperationState state,
        String requestedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int stepsDone,
        int stepsTotal,
        @Nullable OperationFailure failure,
        @Nullable PlanSummary changes,
        boolean pauseRequested,
        @Nullable Estimate estimate,
        @Nullable String waitingFor,
        List<Decision> choices,
        long version) {
    private static List<Decision> choices(Operation operation) {
        var failure = operation.failure();
        var step = failure == null ? null : failure.step();
        return operation.state() != OperationState.STOPPED || step == null
                ? List.of()
                : List.copyOf(Decision.choices(step));
    }

    /** Shows an operation that does not run, or of which nothing is foretold. */
    public static OperationView from(Operation operation) {
        return of(operation, null, null);
    }

    static OperationView estimated(Operation operation, @Nullable Estimate estimate) {
        return of(operation, estimate, null);
    }

    static OperationView waiting(Operation operation, String waitingFor) {
        return of(operation, null, waitingFor);
    }

    private static OperationView of(Operation operation, @Nullable Estimate estimate, @Nullable String waitingFor) {
        return new OperationView(
                operation.id(),
                operation.clusterId(),
                operation.clusterName(),
                operation.kind(),
                operation.state(),
                operation.requestedBy(),
                operation.createdAt(),
                operation.startedAt(),
                operation.endedAt(),
                operation.stepsDone(),
                operation.stepsTotal(),
                operation.failure(),
                operation.changes(),
                operation.pauseRequested(),
                estimate,
                waitingFor,
                choices(operation),
                operation.revision());
    }
}
