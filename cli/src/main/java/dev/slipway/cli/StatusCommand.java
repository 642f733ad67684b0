package dev.slipway.cli;

import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.platform.Platform;
import dev.slipway.cli.platform.ProgramHealth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what the platform is at. */
@Command(
        name = "status",
        description = "Show what the platform is at; the exit code is 0 when all of it serves.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway status", "  slipway status --output json"})
final class StatusCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<ProgramHealth> programs = new Platform(surroundings.instance()).health();
        boolean up = !programs.isEmpty() && programs.stream().allMatch(ProgramHealth::ready);
        if (output.json()) {
            surroundings
                    .output()
                    .json(Map.of("up", up, "api", surroundings.instance().apiAddress(), "programs", programs));
        } else {
            tell(programs);
        }
        return up ? 0 : 1;
    }

    private void tell(List<ProgramHealth> programs) {
        if (programs.isEmpty()) {
            surroundings.output().line("The platform is down; start it: slipway up");
            return;
        }
        surroundings
                .output()
                .table(
                        List.of("PROGRAM", "STATE", "READY", "DETAIL"),
                        programs.stream().map(StatusCommand::row).toList());
    }

    private static List<String> row(ProgramHealth program) {
        return List.of(program.name(), program.state(), program.ready() ? "yes" : "no", program.detail());
    }
}
