package dev.slipway.cli;

import dev.slipway.cli.command.Surroundings;
import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine;

/** The slipway command as a person types it. */
final class TypedCommand {
    private TypedCommand() {}

    static int run(Surroundings surroundings, String... arguments) {
        return run(surroundings, Writer.nullWriter(), arguments);
    }

    static int run(Surroundings surroundings, Writer usage, String... arguments) {
        CommandLine line = Slipway.commandLine(surroundings);
        line.setOut(new PrintWriter(usage));
        line.setErr(new PrintWriter(usage));
        return line.execute(arguments);
    }
}
