package dev.slipway.toolkit.log;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What every activity that does the work of a step has around it: a log that says in which try it began and why it
 * failed, and an end to trying again.
 */
public final class LoggedStep {
    private final Consumer<LogChunk> sink;
    private final Clock clock;

    /** Brings logs to where they are kept. */
    public LoggedStep(Consumer<LogChunk> sink, Clock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    /** Does the work of a step in the activity of this thread. */
    public <R> R run(String operationId, Step step, Function<OperationLog, R> work) {
        return run(StepAttempt.current(operationId, step), work);
    }

    <R> R run(StepAttempt attempt, Function<OperationLog, R> work) {
        try (var log = OperationLog.open(sink, attempt, clock)) {
            log.line("%s begins on %s".formatted(attempt.step().title(), attempt.worker()));
            try {
                return work.apply(log);
            } catch (ApplicationFailure failure) {
                throw told(failure, attempt.attempt(), log);
            }
        }
    }

    private static ApplicationFailure told(ApplicationFailure failure, int attempt, OperationLog log) {
        var named = Failures.from(failure);
        var last = attempt >= named.type().attempts();
        log.line(named.host(), "%s: %s%s".formatted(named.type(), named.message(), last ? "" : " It is tried again."));
        return last && isRetryable(failure, named.type())
                ? Failures.last(named.type(), named.message(), named.host(), failure)
                : failure;
    }

    private static boolean isRetryable(ApplicationFailure failure, FailureType type) {
        return type.retryable() && !failure.isNonRetryable();
    }
}
