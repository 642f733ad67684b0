package dev.slipway.toolkit.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.FakeExecutable;
import dev.slipway.toolkit.process.ProcessRunner;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInterface;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityWorkerShutdownException;
import io.temporal.testing.TestActivityEnvironment;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class HeartbeatingRunTest {
    private final ProcessRunner runner = new ProcessRunner(Duration.ofMinutes(1));
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger heartbeats = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void heartbeatsWhileTheProgramRuns() {
        var environment = TestActivityEnvironment.newInstance();
        RunActivities activities = () -> runFor(Activity.getExecutionContext(), "sleep 1; echo done");
        environment.registerActivitiesImplementations(activities);
        environment.setActivityHeartbeatListener(FailedTries.class, details -> heartbeats.incrementAndGet());

        assertThat(environment.newActivityStub(RunActivities.class).run()).isZero();

        environment.close();
        assertThat(heartbeats).hasPositiveValue();
        assertThat(lines).containsExactly("done");
    }

    @Test
    void stopsTheProgramWhenTheActivityIsCanceled() {
        var context = context(() -> new ActivityCanceledException());

        assertThatThrownBy(() -> runFor(context, "trap 'echo stopping; exit 1' TERM; while :; do sleep 0.1; done"))
                .isInstanceOf(ActivityCanceledException.class);
        assertThat(lines).containsExactly("stopping");
    }

    @Test
    void letsShortWorkFinishWhenTheWorkerLeaves() {
        var context = context(() -> new ActivityWorkerShutdownException());

        assertThat(runFor(context, "sleep 2; echo done")).isZero();
        assertThat(lines).containsExactly("done");
    }

    @Test
    void stopsLongWorkWhenTheWorkerLeaves() {
        var context = context(() -> new ActivityWorkerShutdownException());
        var run = new HeartbeatingRun(runner, Duration.ofMillis(100), Clock.systemUTC());

        assertThatThrownBy(() -> run.run(context, command("sleep 60"), line -> lines.add(line.text()), patient()))
                .isInstanceOf(ActivityWorkerShutdownException.class);
    }

    @Test
    void waitsForWorkBesideTheActivityAndTellsWhatItFailedWith() {
        var context = context(() -> new ActivityWorkerShutdownException());
        var late = CompletableFuture.supplyAsync(
                () -> "done",
                CompletableFuture.delayedExecutor(Duration.ofSeconds(1).toMillis(), TimeUnit.MILLISECONDS));
        var failed = CompletableFuture.failedFuture(new IllegalStateException("broken"));

        assertThat(new HeartbeatingRun(runner).await(context, late, patient())).isEqualTo("done");
        assertThatThrownBy(() -> new HeartbeatingRun(runner).await(context, failed, patient()))
                .hasCause(new IllegalStateException("broken"));
    }

    @Test
    void leavesTheWorkBesideTheActivityToItsOwnerWhenItIsCanceled() {
        var context = context(() -> new ActivityCanceledException());
        var work = new CompletableFuture<String>();

        assertThatThrownBy(() -> new HeartbeatingRun(runner).await(context, work, patient()))
                .isInstanceOf(ActivityCanceledException.class);
        assertThat(work).isNotDone();
    }

    @Test
    void stopsAProgramThatHangsAndNamesTheLastThatWasHeard() {
        var progress = new Progress(Duration.ofMillis(300), Clock.systemUTC(), Step.IMAGES);
        var run = new HeartbeatingRun(new ProcessRunner(Duration.ofSeconds(1)));

        var failure = Failures.from(catchThrowable(() ->
                run.run(alive(), command("echo pulling; sleep 600"), line -> progress.made(line.text()), progress)));

        assertThat(failure.type()).isEqualTo(FailureType.TOOL_FAILED);
        assertThat(failure.message()).contains("'pulling'").endsWith("then retry the step Images.");
    }

    @Test
    void givesUpWorkBesideTheActivityThatHangs() {
        var progress = new Progress(Duration.ofMillis(300), Clock.systemUTC(), Step.IMAGES);

        assertThatThrownBy(() -> new HeartbeatingRun(runner).await(alive(), new CompletableFuture<String>(), progress))
                .hasMessageContaining("Nothing has happened for 0 s");
    }

    private static Progress patient() {
        return new Progress(Duration.ofMinutes(10), Clock.systemUTC(), Step.IMAGES);
    }

    @Test
    void heartbeatsWhileSomethingBlocksAndThrowsWhatThatThrows() {
        var interrupted = new CompletableFuture<Boolean>();
        var canceled = context(() -> new ActivityCanceledException());
        var run = new HeartbeatingRun(runner);

        assertThatThrownBy(() -> run.whileBeating(canceled, () -> blocked(interrupted)))
                .isInstanceOf(ActivityCanceledException.class);
        assertThat(interrupted.join()).isTrue();
        assertThatThrownBy(() -> run.whileBeating(canceled, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    private static boolean blocked(CompletableFuture<Boolean> interrupted) {
        LockSupport.park();
        interrupted.complete(Thread.currentThread().isInterrupted());
        return true;
    }

    private int runFor(ActivityExecutionContext context, String body) {
        return new HeartbeatingRun(runner)
                .run(context, command(body), line -> lines.add(line.text()), patient())
                .exitCode();
    }

    private Command command(String body) {
        return Command.of(FakeExecutable.create(folder, "tool", body).path().toString());
    }

    private static ActivityExecutionContext alive() {
        return (ActivityExecutionContext) Proxy.newProxyInstance(
                HeartbeatingRunTest.class.getClassLoader(),
                new Class<?>[] {ActivityExecutionContext.class},
                (proxy, method, arguments) -> method.getReturnType() == Optional.class ? Optional.empty() : null);
    }

    private static ActivityExecutionContext context(Supplier<RuntimeException> atHeartbeat) {
        return (ActivityExecutionContext) Proxy.newProxyInstance(
                HeartbeatingRunTest.class.getClassLoader(),
                new Class<?>[] {ActivityExecutionContext.class},
                (proxy, method, arguments) -> {
                    throw atHeartbeat.get();
                });
    }

    /** An activity that runs a program. */
    @ActivityInterface
    public interface RunActivities {
        int run();
    }
}
