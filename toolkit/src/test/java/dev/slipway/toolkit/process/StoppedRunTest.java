package dev.slipway.toolkit.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: what is left when a run is stopped. */
@Timeout(300)
class StoppedRunTest {
    private static final Duration LONG_GRACE = Duration.ofMinutes(1);

    private final ProcessRunner runner = new ProcessRunner(Duration.ofSeconds(1));
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @Test
    void asksAProgramToEndAndReadsItsLastWords() {
        var program = FakeExecutable.create(
                folder, "tool", "trap 'echo saving; exit 1' TERM; echo ready; while :; do sleep 0.1; done");

        stop(new ProcessRunner(LONG_GRACE), program);

        assertThat(lines).containsExactly("ready", "saving");
    }

    @Test
    void killsAProgramThatIgnoresTheRequestWithAllItStarted() {
        var program = FakeExecutable.create(folder, "tool", """
                trap '' TERM
                sh -c "trap '' TERM; (trap '' TERM; echo pid $(sh -c 'echo $PPID'); sleep 300) & sleep 300" &
                echo pid $$
                echo ready
                while :; do sleep 0.1; done
                """);

        stop(program);

        await().atMost(30, SECONDS).until(() -> pids().noneMatch(StoppedRunTest::runs));
        assertThat(pids().count()).isEqualTo(2);
    }

    @Test
    void killsADaemonWhoseParentEnded() {
        var program = FakeExecutable.create(
                folder, "tool", "(sh -c 'echo pid $$; exec sleep 300' &) ; echo ready; while :; do sleep 0.1; done");

        stop(program);

        await().atMost(30, SECONDS).until(() -> pids().noneMatch(StoppedRunTest::runs));
        assertThat(pids().count()).isOne();
    }

    @Test
    void leavesNothingBehindAfterAnOrdinaryEnd() {
        var program = FakeExecutable.create(folder, "tool", "sleep 300 & echo pid $!; exit 0");

        runner.run(command(program), line -> lines.add(line.text()), StopCheck.NEVER);

        await().atMost(30, SECONDS).until(() -> pids().noneMatch(StoppedRunTest::runs));
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        var program = FakeExecutable.create(folder, "tool", "echo pid $$; echo ready; exec sleep 300");
        var outcome = new CompletableFuture<Void>();
        var thread = Thread.ofPlatform().start(() -> {
            try {
                runner.run(command(program), line -> lines.add(line.text()), StopCheck.NEVER);
            } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        await().atMost(30, SECONDS).until(() -> lines.contains("ready"));

        thread.interrupt();

        assertThatThrownBy(() -> outcome.get(30, SECONDS)).isInstanceOf(CancellationException.class);
        await().atMost(30, SECONDS).until(() -> pids().noneMatch(StoppedRunTest::runs));
    }

    private void stop(FakeExecutable program) {
        stop(runner, program);
    }

    private void stop(ProcessRunner patient, FakeExecutable program) {
        assertThatThrownBy(() -> patient.run(command(program), line -> lines.add(line.text()), this::stopWhenReady))
                .isInstanceOf(StopRequested.class);
    }

    private void stopWhenReady() {
        if (lines.contains("ready")) {
            throw new StopRequested();
        }
    }

    private static Command command(FakeExecutable program) {
        return Command.of(program.path().toString());
    }

    private java.util.stream.Stream<Long> pids() {
        return lines.stream().filter(line -> line.startsWith("pid ")).map(line -> Long.valueOf(line.substring(4)));
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).isPresent()
                && !new ProcessSession(ProcessHandle.of(pid).orElseThrow())
                        .members()
                        .isEmpty();
    }

    private static final class StopRequested extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
