package dev.slipway.cli.demo;

import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.offlinepackage.PackageCommands;
import dev.slipway.cli.offlinepackage.build.BuildProgress;
import dev.slipway.cli.offlinepackage.build.PackageBuilder;
import dev.slipway.cli.offlinepackage.build.PackageFolders;
import dev.slipway.cli.progress.Detail;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
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
        return new PackageBuilder(folders(), new Told(detail), clock)
                .build("kubernetes-" + kubernetesVersion)
                .image();
    }

    /** The commands for packages. */
    public CommandLine commandLine(Surroundings surroundings) {
        return PackageCommands.commandLine(folders(), surroundings.out(), surroundings.err());
    }

    private PackageFolders folders() {
        return new PackageFolders(home.checkout().resolve("infra/packages"), home.cache(), home.keys());
    }

    /** Tells how many components are whole. */
    private static final class Told implements BuildProgress {
        private final Detail detail;
        private final AtomicInteger done = new AtomicInteger();
        private volatile int total;

        private Told(Detail detail) {
            this.detail = detail;
        }

        @Override
        public void began(String what, int components) {
            total = components;
        }

        @Override
        public void started(String component) {
            detail.is("%d of %d components, now %s".formatted(done.get(), total, component));
        }

        @Override
        public void finished(String component, boolean cached) {
            detail.is("%d of %d components".formatted(done.incrementAndGet(), total));
        }

        @Override
        public void failed(String component, String message) {
            detail.is(component + " failed");
        }
    }
}
