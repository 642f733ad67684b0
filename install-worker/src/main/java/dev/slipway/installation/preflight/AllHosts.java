package dev.slipway.installation.preflight;

import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.toolkit.temporal.FailedTries;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Asks all hosts at the same time, heartbeating while they answer; a cancel interrupts them. One that is silent for too
 * long does not keep the others' answers back.
 */
final class AllHosts {
    private static final long BEAT_MILLIS = 500;

    private final ActivityExecutionContext context;
    private final Duration patience;

    AllHosts(ActivityExecutionContext context, Duration patience) {
        this.context = context;
        this.patience = patience;
    }

    /** Returns an answer for each host, in their order; what is said of a silent one is the last argument's. */
    <T> List<T> ask(List<NodeTarget> nodes, Function<NodeTarget, T> question, Function<NodeTarget, T> silence) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<T>> answers = nodes.stream()
                    .map(node -> threads.submit(() -> question.apply(node)))
                    .toList();
            long deadline = System.nanoTime() + patience.toNanos();
            return IntStream.range(0, nodes.size())
                    .mapToObj(i -> await(answers.get(i), deadline).orElseGet(() -> silence.apply(nodes.get(i))))
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private <T> Optional<T> await(Future<T> answer, long deadline) {
        while (answer.isDone() || System.nanoTime() < deadline) {
            try {
                return Optional.of(answer.get(BEAT_MILLIS, TimeUnit.MILLISECONDS));
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
        return Optional.empty();
    }
}
