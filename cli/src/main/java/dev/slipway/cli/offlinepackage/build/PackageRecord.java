package dev.slipway.cli.offlinepackage.build;

import java.time.Instant;

/**
 * A package that was built on this machine.
 *
 * @param name its name
 * @param kubernetesVersion the version of Kubernetes
 * @param image the container image
 * @param digest what it was built from
 * @param builtAt when
 * @param size the image's size in bytes
 */
public record PackageRecord(
        String name, String kubernetesVersion, String image, String digest, Instant builtAt, long size) {}
