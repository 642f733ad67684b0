package dev.slipway.plan.operation;

import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.contracts.provisioning.PlanSummary;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operation as the API shows it. */
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
        long version) {
    /** Shows an operation. */
    public static OperationView from(Operation operation) {
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
                operation.revision());
    }
}
