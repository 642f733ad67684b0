package dev.slipway.toolkit.log;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.temporal.FailedTries;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
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
        return run(StepAttempt.current(operationId, step), type -> FailedTries.count(context, type), log -> {
            log.whileClosing(() -> beat(context));
            FailedTries.endWhenLost(context);
            return work.apply(log);
        });
    }

    private static void beat(ActivityExecutionContext context) {
        try {
            FailedTries.beat(context);
        } catch (ActivityCompletionException _) {
            // A cancel changes nothing any more: the work is over, only its log is still on its way.
        }
    }

    <R> R run(StepAttempt attempt, ToIntFunction<FailureType> tries, Function<OperationLog, R> work) {
        try {
            return logged(attempt, tries, work);
        } catch (UndeliveredException undelivered) {
            throw counted(
                    Failures.of(
                            FailureType.SERVICE_UNREACHABLE,
                            String.valueOf(undelivered.getMessage()),
                            null,
                            undelivered),
                    tries);
        }
    }

    private <R> R logged(StepAttempt attempt, ToIntFunction<FailureType> tries, Function<OperationLog, R> work) {
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
        var counted = counted(failure, tries);
        var again = counted.isNonRetryable() ? "" : " It is tried again.";
        log.line(named.host(), "%s: %s%s".formatted(named.type(), named.message(), again));
        return counted;
    }

    private static ApplicationFailure counted(ApplicationFailure failure, ToIntFunction<FailureType> tries) {
        var named = Failures.from(failure);
        return failure.isNonRetryable()
                        || tries.applyAsInt(named.type()) < named.type().attempts()
                ? failure
                : Failures.last(named.type(), named.message(), named.host(), failure);
    }
}
