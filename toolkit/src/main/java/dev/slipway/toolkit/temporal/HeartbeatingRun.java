package dev.slipway.toolkit.temporal;

import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.ProcessResult;
import dev.slipway.toolkit.process.ProcessRunner;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs a program inside an activity: it heartbeats while the program runs, and a cancel stops the program. */
public final class HeartbeatingRun {
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

    /** Runs the command; rethrows Temporal's exception once a stopped program is gone. */
    public ProcessResult run(ActivityExecutionContext context, Command command, Consumer<OutputLine> lines) {
        return runner.run(command, lines, new Heartbeat(context, drain, clock));
    }
}
