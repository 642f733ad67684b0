package dev.slipway.toolkit.process;

import java.util.List;

/** A program ended with another exit code than 0. */
public final class ExitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A message goes into histories and logs: it tells the reason, not the whole of a document. */
    private static final int LONGEST_REASON = 300;

    private final transient Command command;
    private final int exitCode;
    private final List<String> lastLines;

    ExitException(Command command, int exitCode, List<String> lastLines) {
        super(message(command, exitCode, lastLines));
        this.command = command;
        this.exitCode = exitCode;
        this.lastLines = List.copyOf(lastLines);
    }

    private static String message(Command command, int exitCode, List<String> lastLines) {
        var last = lastLines.isEmpty() ? "" : ": " + lastLines.getLast();
        var reason = last.length() > LONGEST_REASON ? last.substring(0, LONGEST_REASON) + "..." : last;
        return command.executable() + " ended with exit code " + exitCode + reason;
    }

    /** Returns the exit code; 128 + n when signal n ended the program. */
    public int exitCode() {
        return exitCode;
    }

    /** Returns the last lines of both pipes, oldest first, secrets replaced. */
    public List<String> lastLines() {
        return lastLines;
    }

    /** Returns what was run. */
    public Command command() {
        return command;
    }
}
