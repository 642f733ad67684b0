package dev.slipway.cli.offlinepackage.image;

import java.nio.file.Path;

/**
 * One layer of an image.
 *
 * @param tar its content
 * @param diffId the digest of the content
 */
public record Layer(Path tar, String diffId) {}
