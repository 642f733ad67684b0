package dev.slipway.cli.cluster;

import dev.slipway.cli.command.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands for clusters. */
@Command(
        name = "cluster",
        description = "Create, list, show and delete clusters, and get their kubeconfig.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway cluster create --name test --package-version 1.37.2 --deploy-plan demo --workers 1 --wait",
            "  slipway cluster create -f cluster.yaml",
            "  slipway cluster kubeconfig test > test.yaml",
            "  slipway cluster delete test --wait",
        })
public final class ClusterCommands implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ClusterCommands() {}

    /** The group with its commands. */
    public static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new ClusterCommands())
                .addSubcommand("create", new ClusterCreate(surroundings))
                .addSubcommand("list", new ClusterList(surroundings))
                .addSubcommand("show", new ClusterShow(surroundings))
                .addSubcommand("delete", new ClusterDelete(surroundings))
                .addSubcommand("kubeconfig", new ClusterKubeconfig(surroundings));
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
