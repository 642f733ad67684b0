package dev.slipway.plan.operation;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.operation.StepState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step as the API shows it. */
public record StepView(
        String step,
        String title,
        int position,
        StepState state,
        int attempts,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String worker,
        @Nullable Failure failure) {
    /** Shows a step. */
    public static StepView from(OperationStep step) {
        return new StepView(
                step.step().name(),
                step.step().title(),
                step.position(),
                step.state(),
                step.attempts(),
                step.startedAt(),
                step.endedAt(),
                step.worker(),
                step.failure());
    }
}
