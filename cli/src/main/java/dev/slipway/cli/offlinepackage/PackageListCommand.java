package dev.slipway.cli.offlinepackage;

import dev.slipway.cli.offlinepackage.build.PackageFolders;
import dev.slipway.cli.offlinepackage.build.PackageRecord;
import dev.slipway.cli.offlinepackage.build.PackageRecords;
import dev.slipway.cli.offlinepackage.image.DockerEngine;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the packages that were built on this machine. */
@Command(name = "list", description = "Lists the offline packages that were built on this machine.")
final class PackageListCommand implements Callable<Integer> {
    private static final String ROW = "%-20s %-10s %-38s %8s  %-14s %-20s %s";

    private final PackageFolders folders;
    private final PrintStream output;

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json.")
    private OutputFormat format = OutputFormat.TEXT;

    PackageListCommand(PackageFolders folders, PrintStream output) {
        this.folders = folders;
        this.output = output;
    }

    @Override
    public Integer call() {
        DockerEngine docker = new DockerEngine();
        List<Listed> packages = PackageRecords.in(folders).list().stream()
                .map(built -> new Listed(built, docker.size(built.image()).isPresent()))
                .toList();
        List<String> lines = new ArrayList<>(List.of(
                String.format(Locale.ROOT, ROW, "NAME", "VERSION", "IMAGE", "SIZE", "DIGEST", "BUILT AT", "PRESENT")));
        packages.forEach(listed -> lines.add(listed.line()));
        new Output(output, format).write(packages, lines);
        return 0;
    }

    /**
     * A package as it is listed.
     *
     * @param built what was built
     * @param present whether the container engine has the image
     */
    private record Listed(PackageRecord built, boolean present) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    ROW,
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
