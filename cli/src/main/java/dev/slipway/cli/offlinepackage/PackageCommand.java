package dev.slipway.cli.offlinepackage;

import picocli.CommandLine.Command;

/** Groups the commands about offline packages. */
@Command(
        name = "package",
        description = "Builds, verifies and lists offline packages.",
        synopsisSubcommandLabel = "COMMAND")
final class PackageCommand {}
