package dev.slipway.cli.demo;

import dev.slipway.cli.offlinepackage.OfflinePackages;
import dev.slipway.cli.progress.Detail;
import java.time.Clock;

/**
 * Packages that are built from their recipes on this machine.
 *
 * @param packages those of this installation
 * @param clock the time
 */
public record BuiltPackages(OfflinePackages packages, Clock clock) implements PackageImages {
    @Override
    public String image(String kubernetesVersion, Detail detail) {
        return packages.image(kubernetesVersion, detail, clock);
    }

    @Override
    public void require(String kubernetesVersion) {
        packages.require(kubernetesVersion, clock);
    }
}
