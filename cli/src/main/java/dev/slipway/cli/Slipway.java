package dev.slipway.cli;

import dev.slipway.cli.address.AddressCommands;
import dev.slipway.cli.cluster.ClusterCommands;
import dev.slipway.cli.command.HelpOption;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.demo.BuiltPackages;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.offlinepackage.OfflinePackages;
import dev.slipway.cli.operation.OperationCommands;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The slipway command. */
@Command(
        name = "slipway",
        description = "Plans, deploys and operates Kubernetes clusters in networks without internet.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway up                      start the platform and make the demo cluster",
            "  slipway up --no-demo            start only the platform",
            "  slipway test                    run every check and test",
            "  slipway cluster list            show the clusters",
            "  slipway logs gateway -f         follow a log",
            "  slipway down                    stop the platform, keep everything",
            "  SLIPWAY_TRACE=1 slipway ...     show where a failure comes from",
        })
public final class Slipway implements Callable<Integer> {
    private static final boolean TRACED = System.getenv("SLIPWAY_TRACE") != null;

    @Spec
    private CommandSpec spec;

    private Slipway(CommandSpec spec) {
        this.spec = spec;
    }

    /** Runs the command and ends with its exit code: 0 done, 1 failed, 2 called wrongly. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.err, arguments));
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }

    static int run(Map<String, String> environment, PrintStream err, String... arguments) {
        Failures failures = new Failures(err, TRACED);
        try {
            Instance instance = Instance.of(environment);
            return commandLine(new Surroundings(instance, System.in, System.out, err, Clock.systemUTC()))
                    .execute(arguments);
        } catch (IllegalArgumentException e) {
            failures.wrongUse(e);
            return CommandLine.ExitCode.USAGE;
        } catch (ProblemException | UncheckedIOException e) {
            return failures.failed(e);
        }
    }

    static CommandLine commandLine(Surroundings surroundings) {
        OfflinePackages offline = new OfflinePackages(surroundings.instance().home());
        BuiltPackages packages = new BuiltPackages(offline, surroundings.clock());
        CommandLine line = new CommandLine(new Slipway(CommandSpec.create()));
        line.addSubcommand("up", new UpCommand(surroundings, packages));
        line.addSubcommand("prepare", new PrepareCommand(surroundings, packages));
        line.addSubcommand("down", new DownCommand(surroundings));
        line.addSubcommand("status", new StatusCommand(surroundings));
        line.addSubcommand("logs", new LogsCommand(surroundings));
        line.addSubcommand("package", offline.commandLine(surroundings));
        line.addSubcommand("cluster", ClusterCommands.commandLine(surroundings));
        line.addSubcommand("operation", OperationCommands.commandLine(surroundings));
        line.addSubcommand("address", AddressCommands.commandLine(surroundings));
        addHelp(line);
        line.setExecutionExceptionHandler(new Failures(surroundings.err(), TRACED));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static void addHelp(CommandLine line) {
        line.addMixin("help", new HelpOption());
        line.getSubcommands().values().forEach(Slipway::addHelp);
    }
}
