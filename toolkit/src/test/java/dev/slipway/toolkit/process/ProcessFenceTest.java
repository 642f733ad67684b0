package dev.slipway.toolkit.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: what a worker that died leaves behind. */
@Timeout(300)
class ProcessFenceTest {
    private final String cluster = "fence-test-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    private final ProcessFence fence = ProcessFence.around(cluster + "/images");
    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        ProcessFence.around(cluster).clear();
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void findsTheChildrenOfAKilledParentWhateverSessionTheyMovedTo() {
        var parent = start(fence, """
                sleep 300 & echo $! >> pids
                setsid sleep 300 & echo $! >> pids
                setsid sh -c 'echo $$ >> pids; setsid sleep 300 & echo $! >> pids; wait' &
                wait
                """);
        await().atMost(30, SECONDS).until(() -> pids().size() == 4);
        parent.destroyForcibly();
        await().atMost(30, SECONDS).until(() -> !parent.isAlive());
        assertThat(pids()).allMatch(ProcessFenceTest::runs);

        assertThat(fence.clear()).isEqualTo(4);

        assertThat(pids()).noneMatch(ProcessFenceTest::runs);
        assertThat(fence.clear()).isZero();
    }

    @Test
    void findsTheOnesThatThrewTheirEnvironmentAway() {
        start(fence, "env -i sh -c 'echo $$ >> pids; sleep 300 & echo $! >> pids; wait'");
        await().atMost(30, SECONDS).until(() -> pids().size() == 2);

        assertThat(fence.clear()).isEqualTo(3);

        assertThat(pids()).noneMatch(ProcessFenceTest::runs);
    }

    @Test
    void findsADaemonWithoutEnvironmentInTheSessionOfARun() {
        start(fence, "exec setsid sh -c '(env -i sleep 300 & echo $! >> pids); exec sleep 300'");
        await().atMost(30, SECONDS).until(() -> pids().size() == 1);
        await().atMost(30, SECONDS).until(() -> parentOf(pids().getFirst()) == 1 || !isOurs(pids().getFirst()));

        assertThat(fence.clear()).isEqualTo(2);

        assertThat(pids()).noneMatch(ProcessFenceTest::runs);
    }

    @Test
    void endsWhatIsStartedOnTheWayOut() throws IOException {
        var hopper = FakeExecutable.create(folder, "hopper", "sleep 0.2; setsid \"$0\" hop & exit 0");
        start(fence, hopper.path() + " hop");
        await().atMost(30, SECONDS).until(() -> hops(hopper) > 2);

        assertThat(fence.clear()).isPositive();

        var hops = hops(hopper);
        await().during(1, SECONDS).atMost(30, SECONDS).until(() -> hops(hopper) == hops);
    }

    @Test
    void leavesOtherRunsAlone() {
        var sibling = start(ProcessFence.around(cluster + "/images-of-another"), "exec sleep 300");
        var phase = start(ProcessFence.around(cluster + "/preflight"), "exec sleep 300");
        var parent = start(ProcessFence.around(cluster), "exec sleep 300");

        assertThat(fence.clear()).isZero();

        assertThat(List.of(sibling, phase, parent)).allMatch(Process::isAlive);
    }

    @Test
    void aFenceAroundAClusterHoldsEveryPhaseOfIt() throws InterruptedException {
        var phases = List.of(
                start(fence, "exec sleep 300"),
                start(ProcessFence.around(cluster + "/preflight"), "exec sleep 300"),
                start(ProcessFence.around(cluster), "exec sleep 300"));
        var other = start(ProcessFence.around(cluster + "-2/images"), "exec sleep 300");

        assertThat(ProcessFence.around(cluster).clear()).isEqualTo(3);

        for (var phase : phases) {
            assertThat(phase.waitFor(30, SECONDS)).isTrue();
        }
        assertThat(other.isAlive()).isTrue();
        other.destroyForcibly();
    }

    @Test
    void letsNoScriptGoOnWithItsNextCommand() throws InterruptedException {
        var scripts = IntStream.range(0, 20)
                .mapToObj(number -> start(fence, "sleep 300 & echo $! >> pids; wait; echo next >> next"))
                .toList();
        await().atMost(30, SECONDS).until(() -> pids().size() == scripts.size());

        assertThat(fence.clear()).isEqualTo(2 * scripts.size());

        for (var script : scripts) {
            assertThat(script.waitFor(30, SECONDS)).isTrue();
        }
        assertThat(folder.resolve("next")).doesNotExist();
    }

    @Test
    void endsARunOfThisVeryWorker() throws Exception {
        var ready = new CountDownLatch(1);
        var run = CompletableFuture.supplyAsync(() -> new ProcessRunner(Duration.ofSeconds(1))
                .run(
                        fence.mark(Command.of("sh", "-c", "sleep 300 & echo ready; wait; echo over")),
                        line -> ready.countDown(),
                        StopCheck.NEVER));
        assertThat(ready.await(30, SECONDS)).isTrue();

        assertThat(fence.clear()).isEqualTo(2);

        assertThat(run.handle((result, failure) -> failure).get(30, SECONDS))
                .cause()
                .isInstanceOf(ExitException.class);
    }

    @Test
    void doesNotTouchAProcessThatWasGivenTheNumberOfADeadOne() {
        var stranger = start(ProcessFence.around("stranger"), "exec sleep 300");
        var now = ProcessEntry.of(stranger.pid()).orElseThrow();
        var dead = new ProcessEntry(now.pid(), now.parent(), now.session(), now.start() - 1);

        dead.kill();
        assertThat(stranger.isAlive()).isTrue();

        now.kill();
        await().atMost(30, SECONDS).until(() -> !stranger.isAlive());
    }

    @Test
    void doesNotTakeTheSessionOfAStrangerForTheOneOfADeadLeader() throws Exception {
        var leader = start(ProcessFence.around("leader"), "exit 0");
        assertThat(leader.waitFor(30, SECONDS)).isTrue();

        assertThat(new ProcessSession(leader.toHandle()).members()).isEmpty();
    }

    private Process start(ProcessFence around, String script) {
        var command = around.mark(Command.of("sh", "-c", script).in(folder));
        var builder = new ProcessBuilder(
                        command.executable(), command.arguments().getFirst(), script)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(command.environment());
        try {
            var process = builder.start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Long> pids() {
        var file = folder.resolve("pids");
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Long::valueOf).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int hops(FakeExecutable hopper) {
        return hopper.calls().size();
    }

    private static boolean runs(long pid) {
        return ProcessEntry.of(pid).isPresent();
    }

    private static long parentOf(long pid) {
        return ProcessEntry.of(pid).map(ProcessEntry::parent).orElse(0L);
    }

    /** Where a reaper other than the first process adopts orphans, the parent is that one. */
    private boolean isOurs(long pid) {
        return started.stream().anyMatch(process -> process.pid() == parentOf(pid));
    }
}
