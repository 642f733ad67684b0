package dev.slipway.plan.operation;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import org.jspecify.annotations.Nullable;

/** Why an operation failed, and at which step. */
public record OperationFailure(
        FailureType type,
        String message,
        @Nullable Step step,
        @Nullable String host) {
    /** Adds the step to a failure. */
    public static OperationFailure at(@Nullable Step step, Failure failure) {
        return new OperationFailure(failure.type(), failure.message(), step, failure.host());
    }
}
