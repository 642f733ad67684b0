package dev.slipway.cli.offlinepackage;

import dev.slipway.cli.offlinepackage.build.PackageFolders;
import java.io.PrintStream;
import java.time.Clock;
import picocli.CommandLine;

/** The commands about offline packages. */
public final class PackageCommands {
    private PackageCommands() {}

    /**
     * The {@code package} command with its subcommands, ready to be added to another; containers are named as those on
     * the network are.
     */
    public static CommandLine commandLine(
            PackageFolders folders, String network, PrintStream output, PrintStream progress) {
        Clock clock = Clock.systemUTC();
        return new CommandLine(new PackageCommand())
                .addSubcommand("build", new PackageBuildCommand(folders, output, progress, clock))
                .addSubcommand("verify", new PackageVerifyCommand(folders, network, output, progress, clock))
                .addSubcommand("list", new PackageListCommand(folders, output))
                .addSubcommand("lock", new PackageLockCommand(folders, output, progress, clock));
    }
}
