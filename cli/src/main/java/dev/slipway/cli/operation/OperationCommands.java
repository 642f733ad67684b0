package dev.slipway.cli.operation;

import static dev.slipway.cli.operation.OperationWish.decision;
import static dev.slipway.cli.operation.OperationWish.wish;

import dev.slipway.cli.command.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands for operations. */
@Command(
        name = "operation",
        description = "List, show, follow and steer operations.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway operation list",
            "  slipway operation follow 3f6c... --log",
            "  slipway operation retry 3f6c... --reason 'disk replaced'",
            "  slipway operation export 3f6c... --file record.json"
        })
public final class OperationCommands implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private OperationCommands() {}

    /** The group with its commands. */
    public static CommandLine commandLine(Surroundings surroundings) {
        var group = new CommandLine(new OperationCommands())
                .addSubcommand("list", new OperationList(surroundings))
                .addSubcommand("show", new OperationShow(surroundings))
                .addSubcommand("follow", new OperationFollow(surroundings))
                .addSubcommand("export", new OperationExport(surroundings));
        addWishes(group, surroundings);
        addDecisions(group, surroundings);
        return group;
    }

    private static void addWishes(CommandLine group, Surroundings surroundings) {
        var cancel = "Stop the running step and its processes; the operation then waits for a decision.";
        group.addSubcommand("cancel", wish(surroundings, "cancel", "asked to stop", cancel));
        var pause = "Let the operation wait before its next step.";
        group.addSubcommand("pause", wish(surroundings, "pause", "asked to pause", pause));
        group.addSubcommand("resume", wish(surroundings, "resume", "resumed", "Let a paused operation go on."));
    }

    private static void addDecisions(CommandLine group, Surroundings surroundings) {
        group.addSubcommand("retry", new OperationRetry(surroundings));
        group.addSubcommand("roll-back", new OperationRollBack(surroundings));
        var abandon = "End a stopped operation; what it has done stays until the cluster is deleted.";
        group.addSubcommand("abandon", decision(surroundings, "ABANDON", "abandoned", abandon));
        var leave = "Let a deletion go on without the hosts that it cannot reach; the record keeps which,"
                + " and their addresses stay locked (slipway address list).";
        group.addSubcommand("leave-behind", decision(surroundings, "LEAVE_BEHIND", "going on without", leave));
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
