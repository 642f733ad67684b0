package dev.slipway.plan.journal;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.operation.OperationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How and when an operation ended. */
record Outcome(OperationState state, Instant at, @Nullable Failure failure) {
    /** Returns how a step ends that nobody ended before its operation. */
    StepState stepState() {
        return state == OperationState.FAILED ? StepState.FAILED : StepState.CANCELED;
    }
}
