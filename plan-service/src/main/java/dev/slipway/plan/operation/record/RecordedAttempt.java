package dev.slipway.plan.operation.record;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.operation.StepState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of a step by a worker.
 *
 * @param worker process and machine that ran it
 * @param lastLineAt when it last wrote to the log
 * @param endedAt when it ended; unknown while it runs, when its worker died, and when it was tried again by itself
 * @param state how it ended, when that is known
 */
record RecordedAttempt(
        int number,
        String worker,
        Instant begunAt,
        @Nullable Instant lastLineAt,
        @Nullable Instant endedAt,
        @Nullable StepState state,
        @Nullable Failure failure) {}
