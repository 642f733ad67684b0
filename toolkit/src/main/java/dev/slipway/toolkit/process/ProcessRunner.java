package dev.slipway.toolkit.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs programs, each as leader of an own session, so that whatever it starts ends with it. */
public final class ProcessRunner {
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final List<String> INHERITED = List.of("PATH", "HOME");

    private static final File NOTHING = new File("/dev/null");

    private final Duration grace;
    private final Clock clock;

    /** Makes a runner that gives a program the grace time between SIGTERM and the kill of its tree. */
    public ProcessRunner(Duration grace) {
        this(grace, Clock.systemUTC());
    }

    ProcessRunner(Duration grace, Clock clock) {
        this.grace = grace;
        this.clock = clock;
    }

    /**
     * Runs a command to its end.
     *
     * @throws ExitException when it ends with another code than 0
     * @throws StartException when it cannot be started
     */
    public ProcessResult run(Command command, Consumer<OutputLine> lines, StopCheck stop) {
        var process = start(command);
        var output = new RunOutput(process, new Redaction(command.secrets()), lines, clock);
        var exitCode = awaitAndLeaveNothing(process, output, stop, command);
        output.throwFailure();
        if (exitCode != 0) {
            throw new ExitException(command, exitCode, output.lastLines());
        }
        return new ProcessResult(exitCode, output.lastLines());
    }

    /** A child left behind may hold the pipes open: it is killed, and then the pipes end. */
    private int awaitAndLeaveNothing(Process process, RunOutput output, StopCheck stop, Command command) {
        try {
            return await(process, output, stop);
        } catch (InterruptedException e) {
            terminate(process);
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while running " + command.executable());
        } finally {
            new ProcessSession(process.toHandle()).kill();
            output.end(DRAIN);
        }
    }

    private static Process start(Command command) {
        var builder =
                new ProcessBuilder().directory(command.directory().toFile()).redirectInput(NOTHING);
        var environment = builder.environment();
        environment.keySet().retainAll(INHERITED);
        environment.putAll(command.environment());
        var program = ExecutableLookup.find(command, environment.getOrDefault("PATH", ""));
        builder.command(sessionOf(program, command.arguments()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StartException("Cannot start " + command.executable() + " in " + command.directory(), e);
        }
    }

    private static List<String> sessionOf(Path program, List<String> arguments) {
        return Stream.concat(Stream.of("setsid", program.toString()), arguments.stream())
                .toList();
    }

    private int await(Process process, RunOutput output, StopCheck stop) throws InterruptedException {
        while (!process.waitFor(CHECK_INTERVAL)) {
            try {
                output.throwFailure();
                stop.check();
            } catch (RuntimeException e) {
                terminate(process);
                throw e;
            }
        }
        return process.exitValue();
    }

    /** Signals through the handle, as {@link Process#destroy()} would close the pipes on the program's last words. */
    private void terminate(Process process) {
        process.toHandle().destroy();
        try {
            process.waitFor(grace);
        } catch (InterruptedException e) {
            // Asked to leave at once: the tree is killed without the rest of the grace time.
            Thread.currentThread().interrupt();
        }
    }
}
