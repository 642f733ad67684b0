package dev.slipway.cli.offlinepackage;

import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.docker.Removal;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.offlinepackage.build.OwnImages;
import dev.slipway.cli.offlinepackage.build.PackageBuilder;
import dev.slipway.cli.offlinepackage.build.PackageFolders;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import dev.slipway.cli.progress.Detail;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;

/**
 * The offline packages of one installation.
 *
 * @param home where recipes, caches and keys are
 */
public record OfflinePackages(Home home) {
    private static final String PREFIX = "kubernetes-";

    /** The Kubernetes versions that there are recipes of. */
    public List<String> versions() {
        return new Recipes(folders().recipes())
                .names().stream()
                        .map(name -> name.replaceFirst("^" + PREFIX, ""))
                        .toList();
    }

    /** The image of a version's package: found as it was built before, or built now. */
    public String image(String version, Detail detail, Clock clock) {
        return builder(detail, clock).build(PREFIX + version).image();
    }

    /** Refuses a version whose package is not there and that this machine cannot build. */
    public void require(String version, Clock clock) {
        builder(new Detail(_ -> {}), clock).require(PREFIX + version);
    }

    /** Removes the images that this installation has signed. */
    public Removal removeImages() {
        return new OwnImages(folders()).remove();
    }

    /** The commands for packages. */
    public CommandLine commandLine(Surroundings surroundings) {
        return PackageCommands.commandLine(
                folders(), surroundings.instance().network().name(), surroundings.out(), surroundings.err());
    }

    private PackageBuilder builder(Detail detail, Clock clock) {
        return new PackageBuilder(folders(), new PackageProgress(detail, clock), clock);
    }

    private PackageFolders folders() {
        return new PackageFolders(home.checkout().resolve("infra/packages"), home.cache(), home.keys());
    }
}
