package dev.slipway.plan.operation;

import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.plan.forecast.Forecast;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run on a cluster, as far as it has come.
 *
 * @param changes what Terraform changes, once it is planned
 * @param pauseRequested whether a person asked it to wait before its next step
 * @param rollbackFrom position of the first step that undoes, once it rolls back
 * @param forecast what was foretold when it began, when there was anything to judge by
 * @param revision grows with every change of the operation or one of its steps
 */
public record Operation(
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
        @Nullable Integer rollbackFrom,
        @Nullable Forecast forecast,
        long revision) {
    /** Returns a run that waits to be started. */
    public static Operation pending(UUID id, OperationTarget target, String requestedBy, Instant now, int steps) {
        return new Operation(
                id,
                target.clusterId(),
                target.clusterName(),
                target.kind(),
                OperationState.PENDING,
                requestedBy,
                now,
                null,
                null,
                0,
                steps,
                null,
                null,
                false,
                null,
                null,
                1);
    }

    /** Returns how messages name the operation. */
    public OperationReference reference() {
        return new OperationReference(id.toString(), clusterId.toString(), clusterName);
    }
}
