package dev.slipway.cli.offlinepackage;

import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.docker.DockerImages;
import dev.slipway.cli.offlinepackage.build.PackageFolders;
import dev.slipway.cli.offlinepackage.build.PackageRecord;
import dev.slipway.cli.offlinepackage.build.PackageRecords;
import dev.slipway.cli.output.Output;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the packages that were built on this machine. */
@Command(name = "list", description = "Lists the offline packages that were built on this machine.")
final class PackageListCommand implements Callable<Integer> {
    private static final List<String> HEADER =
            List.of("NAME", "KUBERNETES", "IMAGE", "SIZE", "DIGEST", "BUILT AT", "PRESENT");

    private final PackageFolders folders;
    private final PrintStream output;

    @Mixin
    private OutputOption format = new OutputOption();

    PackageListCommand(PackageFolders folders, PrintStream output) {
        this.folders = folders;
        this.output = output;
    }

    @Override
    public Integer call() {
        DockerImages docker = new DockerImages();
        List<Listed> packages = PackageRecords.in(folders).list().stream()
                .map(built -> new Listed(built, docker.size(built.image()).isPresent()))
                .toList();
        Output answer = new Output(output);
        if (format.json()) {
            answer.json(packages);
        } else {
            answer.table(HEADER, packages.stream().map(Listed::row).toList());
        }
        return 0;
    }

    /**
     * A package as it is listed.
     *
     * @param built what was built
     * @param present whether the container engine has the image
     */
    private record Listed(PackageRecord built, boolean present) {
        List<String> row() {
            return List.of(
                    built.name(),
                    built.kubernetesVersion(),
                    built.image(),
                    built.size() / 1_000_000 + " MB",
                    built.digest().substring(0, 12),
                    built.builtAt().toString().substring(0, 19),
                    present ? "yes" : "no");
        }
    }
}
