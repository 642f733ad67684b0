package dev.slipway.cli.external;

import java.util.List;

/** A program ended with another code than 0; keeps the end of what it said. */
public class ExternalProgramFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LINES = 15;

    /** Describes the failure by the program's own last words. */
    public ExternalProgramFailedException(List<String> command, int exitCode, String output) {
        super(message(command, exitCode, output));
    }

    private static String message(List<String> command, int exitCode, String output) {
        List<String> lines = output.strip().lines().toList();
        String end = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        String cause = output.contains("no space left on device") || output.contains("No space left on device")
                ? " because the disk is full; free some space and run it again"
                : "";
        return "'%s' ended with code %d%s\n%s".formatted(name(command), exitCode, cause, end);
    }

    private static String name(List<String> command) {
        return String.join(" ", command.subList(0, Math.min(2, command.size())));
    }
}
