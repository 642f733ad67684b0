package dev.slipway.toolkit.log;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.temporal.FailedTries;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.activity.Activity;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

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
        var context = Activity.getExecutionContext();
        return run(StepAttempt.current(operationId, step), type -> FailedTries.count(context, type), work);
    }

    <R> R run(StepAttempt attempt, ToIntFunction<FailureType> tries, Function<OperationLog, R> work) {
        try (var log = OperationLog.open(sink, attempt, clock)) {
            log.line("%s begins on %s".formatted(attempt.step().title(), attempt.worker()));
            try {
                return work.apply(log);
            } catch (ActivityCompletionException stopped) {
                throw stopped;
            } catch (RuntimeException failure) {
                throw isWorkerEnding() ? failure : told(named(failure), tries, log);
            }
        }
    }

    /** What fails now fails because the worker leaves: another one goes on, and that is no try. */
    private static boolean isWorkerEnding() {
        return Thread.currentThread().isInterrupted();
    }

    private static ApplicationFailure named(RuntimeException failure) {
        return failure instanceof ApplicationFailure application ? application : Failures.unforeseen(failure);
    }

    private static ApplicationFailure told(
            ApplicationFailure failure, ToIntFunction<FailureType> tries, OperationLog log) {
        var named = Failures.from(failure);
        var last = failure.isNonRetryable()
                || tries.applyAsInt(named.type()) >= named.type().attempts();
        log.line(named.host(), "%s: %s%s".formatted(named.type(), named.message(), last ? "" : " It is tried again."));
        return last && !failure.isNonRetryable()
                ? Failures.last(named.type(), named.message(), named.host(), failure)
                : failure;
    }
}
