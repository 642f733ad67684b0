package dev.slipway.toolkit.temporal;

import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.ProcessResult;
import dev.slipway.toolkit.process.ProcessRunner;
import dev.slipway.toolkit.process.StopCheck;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs a program inside an activity: it heartbeats while the program runs, and a cancel stops the program. */
public final class HeartbeatingRun {
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final ProcessRunner runner;
    private final Duration drain;
    private final Clock clock;

    /** Joins the two; a program has ten seconds to end by itself when its worker leaves. */
    public HeartbeatingRun(ProcessRunner runner) {
        this(runner, DRAIN, Clock.systemUTC());
    }

    HeartbeatingRun(ProcessRunner runner, Duration drain, Clock clock) {
        this.runner = runner;
        this.drain = drain;
        this.clock = clock;
    }

    /** Runs the command; rethrows Temporal's exception, or that it hangs, once a stopped program is gone. */
    public ProcessResult run(
            ActivityExecutionContext context, Command command, Consumer<OutputLine> lines, Progress progress) {
        var heartbeat = new Heartbeat(context, drain, clock);
        return runner.run(command, lines, () -> {
            heartbeat.check();
            progress.check();
        });
    }

    /**
     * Waits for work that goes on beside the activity, heartbeating meanwhile; rethrows what the work failed with.
     * Temporal's exception, or that the work hangs, is thrown while the work still runs: its owner stops it.
     */
    public <T> T await(ActivityExecutionContext context, CompletableFuture<T> work, Progress progress) {
        var heartbeat = new Heartbeat(context, drain, clock);
        return await(work, () -> {
            heartbeat.check();
            progress.check();
        });
    }

    private static <T> T await(CompletableFuture<T> work, StopCheck stop) {
        while (true) {
            try {
                return work.get(CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                stop.check();
            } catch (ExecutionException e) {
                throw new CompletionException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted while waiting");
            }
        }
    }

    /** Does what may block on a thread of its own, heartbeating meanwhile; a cancel interrupts it. */
    public <T> T whileBeating(ActivityExecutionContext context, Supplier<T> work) {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return await(CompletableFuture.supplyAsync(work, threads), new Heartbeat(context, drain, clock));
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            threads.shutdownNow();
        }
    }
}
