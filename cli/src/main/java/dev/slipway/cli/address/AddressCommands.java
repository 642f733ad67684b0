package dev.slipway.cli.address;

import dev.slipway.cli.command.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of commands for locked addresses. */
@Command(
        name = "address",
        description = "List and release the addresses that stay locked for hosts that were left behind.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway address list",
            "  slipway address list --zone zone-a --output json",
            "  slipway address release 172.30.1.11"
        })
public final class AddressCommands implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private AddressCommands() {}

    /** The group with its commands. */
    public static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new AddressCommands())
                .addSubcommand("list", new AddressList(surroundings))
                .addSubcommand("release", new AddressRelease(surroundings));
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
