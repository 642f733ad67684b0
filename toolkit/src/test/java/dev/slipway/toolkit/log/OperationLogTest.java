package dev.slipway.toolkit.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.temporal.Failures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class OperationLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Shipping FAST =
            new Shipping(20, Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofSeconds(20));
    private static final Shipping IMPATIENT =
            new Shipping(20, Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofMillis(200));

    private final KeepingSink sink = new KeepingSink();

    @Test
    void numbersLinesFromOneAndKeepsTheirOrder() {
        try (var log = open(sink, FAST)) {
            log.line("first");
            log.line("node-1", "second");
        }

        assertThat(sink.texts()).containsExactly("first", "second");
        assertThat(sink.chunks.getFirst().firstNumber()).isOne();
        assertThat(sink.chunks.getFirst().operationId()).isEqualTo("op");
        assertThat(sink.lines().getLast()).isEqualTo(new LogLine(CLOCK.instant(), "node-1", "second"));
    }

    @Test
    void shipsWhileItIsOpen() {
        try (var log = OperationLog.open(sink, attempt(2), CLOCK)) {
            log.line("soon");

            await().atMost(30, SECONDS).until(() -> sink.texts().contains("soon"));
        }
        assertThat(sink.chunks.getFirst().attempt()).isEqualTo(2);
    }

    @Test
    void losesAndDoublesNothingWhenTheSinkIsFlaky() {
        var random = new Random(42);
        Consumer<LogChunk> flaky = chunk -> {
            if (random.nextInt(3) == 0) {
                throw new IllegalStateException("lost on the way");
            }
            sink.accept(chunk);
            if (random.nextInt(3) == 0) {
                throw new IllegalStateException("answer lost");
            }
        };

        try (var log = open(flaky, FAST)) {
            IntStream.range(0, 1000).forEach(i -> log.line("line " + i));
        }

        assertThat(sink.texts())
                .containsExactlyElementsOf(
                        IntStream.range(0, 1000).mapToObj(i -> "line " + i).toList());
    }

    @Test
    void takesLinesFromManyThreads() throws Exception {
        try (var log = open(sink, FAST);
                var threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> writer = () -> {
                IntStream.range(0, 250).forEach(i -> log.line("line"));
                return true;
            };
            threads.invokeAll(List.of(writer, writer, writer, writer));
        }

        assertThat(sink.texts()).hasSize(1000);
    }

    @Test
    void makesWritersWaitInsteadOfHoardingLines() {
        var gate = new Semaphore(0);
        Consumer<LogChunk> slow = chunk -> {
            gate.acquireUninterruptibly();
            sink.accept(chunk);
        };
        var log = open(slow, FAST);
        var writer = Thread.ofVirtual()
                .start(() -> IntStream.range(0, LineBuffer.CAPACITY + 50).forEach(i -> log.line("line")));
        await().atMost(30, SECONDS).until(() -> writer.getState() == Thread.State.WAITING);

        gate.release(10_000);

        await().atMost(30, SECONDS).until(() -> !writer.isAlive());
        log.close();
        assertThat(sink.texts()).hasSize(LineBuffer.CAPACITY + 50);
    }

    @Test
    void failsWhenTheRestCannotBeDeliveredInTime() {
        var log = open(
                chunk -> {
                    throw new IllegalStateException("down");
                },
                IMPATIENT);
        log.line("never arrives");

        assertThatThrownBy(log::close).isInstanceOf(UndeliveredException.class).hasRootCauseMessage("down");
    }

    @Test
    void givesUpAtOnceWhenTheSinkRefusesForGood() {
        var log = open(
                chunk -> {
                    throw Failures.of(FailureType.RESOURCE_UNAVAILABLE, "no such operation");
                },
                FAST);
        log.line("refused");

        assertThatThrownBy(log::close).rootCause().hasMessageContaining("no such operation");
    }

    @Test
    void refusesLinesAfterItsEnd() {
        var log = open(sink, FAST);
        log.close();

        assertThatThrownBy(() -> log.line("late")).isInstanceOf(IllegalStateException.class);
    }

    private static StepAttempt attempt(int number) {
        return new StepAttempt("op", Step.IMAGES, "run/activity", number, "worker-1");
    }

    private static OperationLog open(Consumer<LogChunk> sink, Shipping shipping) {
        return OperationLog.open(new LogShipper.Target(sink, attempt(1)), CLOCK, shipping);
    }

    /** Keeps lines as plan-service does: each number once. */
    private static final class KeepingSink implements Consumer<LogChunk> {
        private final List<LogChunk> chunks = new ArrayList<>();
        private final SortedMap<Long, LogLine> kept = new TreeMap<>();

        @Override
        public synchronized void accept(LogChunk chunk) {
            chunks.add(chunk);
            for (var i = 0; i < chunk.lines().size(); i++) {
                var previous = kept.put(chunk.firstNumber() + i, chunk.lines().get(i));
                assertThat(Stream.of(chunk.lines().get(i))).allMatch(line -> previous == null || previous.equals(line));
            }
        }

        synchronized List<LogLine> lines() {
            return List.copyOf(kept.values());
        }

        List<String> texts() {
            return lines().stream().map(LogLine::text).toList();
        }
    }
}
