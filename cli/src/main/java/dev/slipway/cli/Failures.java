package dev.slipway.cli;

import dev.slipway.cli.failure.ProblemException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells failures to people: one line of what is wrong, and the ways out; a stack only when it is asked for. */
final class Failures implements IExecutionExceptionHandler {
    private final PrintStream stream;
    private final boolean traced;

    Failures(PrintStream stream, boolean traced) {
        this.stream = stream;
        this.traced = traced;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine line, ParseResult result) {
        return failed(exception);
    }

    /** Tells a failure and gives the exit code. */
    int failed(Exception exception) {
        if (exception instanceof ProblemException problem) {
            tell(problem);
        } else {
            FileFailures.problem(exception).ifPresentOrElse(this::tell, () -> tellAsItIs(exception));
        }
        if (traced) {
            exception.printStackTrace(stream);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    void wrongUse(IllegalArgumentException exception) {
        stream.println("slipway: " + exception.getMessage());
    }

    private void tellAsItIs(Exception exception) {
        stream.println("slipway: " + (exception.getMessage() == null ? exception : exception.getMessage()));
    }

    private void tell(ProblemException problem) {
        stream.println("slipway: " + problem.getMessage());
        problem.waysOut().forEach(way -> stream.println("         " + way));
    }
}
