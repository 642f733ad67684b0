package dev.slipway.cli;

import dev.slipway.cli.external.ExternalProgramFailedException;
import dev.slipway.cli.external.MissingProgramException;
import dev.slipway.cli.failure.ProblemException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells failures to people: one line of what is wrong, and the ways out; a stack only for what nobody foresaw. */
final class Failures implements IExecutionExceptionHandler {
    private final PrintStream stream;

    Failures(PrintStream stream) {
        this.stream = stream;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine line, ParseResult result) {
        switch (exception) {
            case ProblemException problem -> tell(problem);
            case ExternalProgramFailedException failed -> stream.println("slipway: " + failed.getMessage());
            case MissingProgramException missing -> stream.println("slipway: " + missing.getMessage());
            default -> {
                stream.println("slipway: " + exception);
                exception.printStackTrace(stream);
            }
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    void wrongUse(IllegalArgumentException exception) {
        stream.println("slipway: " + exception.getMessage());
    }

    private void tell(ProblemException problem) {
        stream.println("slipway: " + problem.getMessage());
        problem.waysOut().forEach(way -> stream.println("         " + way));
    }
}
