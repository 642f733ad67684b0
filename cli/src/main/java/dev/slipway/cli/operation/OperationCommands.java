package dev.slipway.cli.operation;

import dev.slipway.cli.command.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands for operations. */
@Command(
        name = "operation",
        description = "List, show, follow and cancel operations.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway operation list", "  slipway operation follow 3f6c... --log"})
public final class OperationCommands implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private OperationCommands() {}

    /** The group with its commands. */
    public static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new OperationCommands())
                .addSubcommand("list", new OperationList(surroundings))
                .addSubcommand("show", new OperationShow(surroundings))
                .addSubcommand("follow", new OperationFollow(surroundings))
                .addSubcommand("cancel", new OperationCancel(surroundings));
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
