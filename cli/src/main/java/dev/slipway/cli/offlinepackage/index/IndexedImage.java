package dev.slipway.cli.offlinepackage.index;

/**
 * An image of a package.
 *
 * @param repository its repository
 * @param tag its tag
 * @param digest the digest of its manifest
 * @param size its manifest's configuration and layers in bytes
 * @param component the component it is made of
 */
public record IndexedImage(String repository, String tag, String digest, long size, String component) {}
