package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.plan.operation.OperationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An operation ended, at this workflow time. */
public record Ending(
        OperationReference operation,
        OperationState state,
        Instant at,
        @Nullable Failure failure) {
    static Ending failed(OperationReference operation, Instant at, Failure failure) {
        return failure.type() == FailureType.CANCELED
                ? new Ending(operation, OperationState.CANCELED, at, null)
                : new Ending(operation, OperationState.FAILED, at, failure);
    }
}
