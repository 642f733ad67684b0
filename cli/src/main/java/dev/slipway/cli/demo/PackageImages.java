package dev.slipway.cli.demo;

import dev.slipway.cli.progress.Detail;

/** Where the images of offline packages come from. */
@FunctionalInterface
public interface PackageImages {
    /** The image of the package of a Kubernetes version, built unless it was before. */
    String image(String kubernetesVersion, Detail detail);

    /** Refuses a version whose package is not there and cannot be built here. */
    default void require(String kubernetesVersion) {}
}
