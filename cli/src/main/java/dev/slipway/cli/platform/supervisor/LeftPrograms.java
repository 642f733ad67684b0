package dev.slipway.cli.platform.supervisor;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.waiting.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The programs that a supervisor which was killed has left: they go on, with all they have started, and nobody watches
 * them. Each carries the data folder of its installation in its environment.
 */
final class LeftPrograms {
    static final String MARK = "SLIPWAY_DATA";
    private static final Waiting KILL = Waiting.upTo(Duration.ofSeconds(10));

    private final String mark;
    private final Waiting grace;

    LeftPrograms(Path data, Duration grace) {
        this.mark = "\0" + MARK + "=" + data + "\0";
        this.grace = Waiting.upTo(grace);
    }

    /** Ends them all; those that take longer than the grace time are killed. */
    void end() {
        find().forEach(ProcessHandle::destroy);
        try {
            grace.until(() -> find().isEmpty(), this::left);
        } catch (ProblemException stillThere) {
            find().forEach(ProcessHandle::destroyForcibly);
            KILL.until(() -> find().isEmpty(), this::left);
        }
    }

    private ProblemException left() {
        return new ProblemException(
                "Programs of this platform go on without their supervisor: "
                        + find().stream()
                                .map(program -> Long.toString(program.pid()))
                                .collect(Collectors.joining(", ")),
                "end them by hand (kill -9), then try again");
    }

    private List<ProcessHandle> find() {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && carries(process.pid()))
                .toList();
    }

    /** A process that has ended, or is somebody else's, shows no environment. */
    private boolean carries(long process) {
        try {
            Path environment = Path.of("/proc", Long.toString(process), "environ");
            return ("\0" + Files.readString(environment, StandardCharsets.ISO_8859_1)).contains(mark);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
