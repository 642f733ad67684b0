package dev.slipway.cli.demo;

import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.offlinepackage.PackageCommands;
import dev.slipway.cli.offlinepackage.PackageProgress;
import dev.slipway.cli.offlinepackage.build.PackageBuilder;
import dev.slipway.cli.offlinepackage.build.PackageFolders;
import dev.slipway.cli.progress.Detail;
import java.time.Clock;
import picocli.CommandLine;

/**
 * Packages that are built from their recipes on this machine.
 *
 * @param home where recipes, caches and keys are
 * @param clock the time
 */
public record BuiltPackages(Home home, Clock clock) implements PackageImages {
    @Override
    public String image(String kubernetesVersion, Detail detail) {
        return builder(detail).build(name(kubernetesVersion)).image();
    }

    @Override
    public void require(String kubernetesVersion) {
        builder(new Detail(_ -> {})).require(name(kubernetesVersion));
    }

    /** The commands for packages. */
    public CommandLine commandLine(Surroundings surroundings) {
        return PackageCommands.commandLine(folders(), surroundings.out(), surroundings.err());
    }

    private PackageBuilder builder(Detail detail) {
        return new PackageBuilder(folders(), new PackageProgress(detail, clock), clock);
    }

    private static String name(String kubernetesVersion) {
        return "kubernetes-" + kubernetesVersion;
    }

    private PackageFolders folders() {
        return new PackageFolders(home.checkout().resolve("infra/packages"), home.cache(), home.keys());
    }
}
