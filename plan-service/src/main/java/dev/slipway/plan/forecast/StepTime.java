package dev.slipway.plan.forecast;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a step began and ended, as far as it has. */
public record StepTime(
        Step step,
        StepState state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {
    boolean is(StepState wanted) {
        return state == wanted;
    }
}
