package dev.slipway.cli;

import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.demo.HostImage;
import dev.slipway.cli.demo.PackageImages;
import dev.slipway.cli.offlinepackage.OfflinePackages;
import dev.slipway.cli.platform.Platform;
import dev.slipway.cli.progress.Progress;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes everything that takes long beforehand. */
@Command(
        name = "prepare",
        description =
                "Build everything that the platform and clusters need, and start nothing: programs, images, packages.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway prepare"})
final class PrepareCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final PackageImages packages;

    PrepareCommand(Surroundings surroundings, PackageImages packages) {
        this.surroundings = surroundings;
        this.packages = packages;
    }

    @Override
    public Integer call() {
        List<String> versions = versions();
        versions.forEach(packages::require);
        Progress progress = surroundings.progress(Platform.PREPARATIONS + 1 + versions.size());
        new Platform(surroundings.instance()).prepare(progress);
        progress.step(
                "Image of container hosts",
                () -> HostImage.build(surroundings.instance().home()));
        for (String version : versions) {
            progress.step("Offline package " + version, detail -> packages.image(version, detail));
        }
        progress.line("Everything is built after " + progress.elapsed());
        return 0;
    }

    private List<String> versions() {
        return new OfflinePackages(surroundings.instance().home()).versions();
    }
}
