package dev.slipway.plan.operation.record;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.operation.OperationStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step with everything kept about it.
 *
 * @param service the service whose worker ran it, once begun
 * @param order number of the order it worked by, its input; the first step works by the spec
 * @param output what it gave, when it gives something
 * @param begun how often it was begun
 * @param attempts the tries that workers told of, in their order
 */
record RecordedStep(
        Step step,
        String title,
        int position,
        StepState state,
        @Nullable String service,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer order,
        @Nullable Map<String, Object> output,
        @Nullable Failure failure,
        int begun,
        List<RecordedAttempt> attempts) {
    static RecordedStep of(OperationStep step, StepWork work, List<RecordedAttempt> attempts) {
        return new RecordedStep(
                step.step(),
                step.step().title(),
                step.position(),
                step.state(),
                step.worker(),
                step.startedAt(),
                step.endedAt(),
                work.order(),
                work.output(),
                step.failure(),
                step.attempts(),
                attempts);
    }
}
