package dev.slipway.installation.preflight;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.toolkit.temporal.FailedTries;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Asks all hosts at the same time, heartbeating while they answer; a cancel interrupts them. */
final class AllHosts {
    private static final long BEAT_MILLIS = 500;

    private final ActivityExecutionContext context;
    private final Duration patience;

    AllHosts(ActivityExecutionContext context, Duration patience) {
        this.context = context;
        this.patience = patience;
    }

    <T> List<T> ask(List<NodeTarget> nodes, Function<NodeTarget, T> question) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<T>> answers = nodes.stream()
                    .map(node -> threads.submit(() -> question.apply(node)))
                    .toList();
            long deadline = System.nanoTime() + patience.toNanos();
            return answers.stream().map(answer -> await(answer, deadline)).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private <T> T await(Future<T> answer, long deadline) {
        while (System.nanoTime() < deadline) {
            try {
                return answer.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                FailedTries.beat(context);
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while hosts were looked at", stopped);
            }
        }
        throw Failures.of(
                FailureType.HOST_UNREACHABLE,
                "A host did not finish answering within %d s; see whether all hosts run."
                        .formatted(patience.toSeconds()));
    }
}
