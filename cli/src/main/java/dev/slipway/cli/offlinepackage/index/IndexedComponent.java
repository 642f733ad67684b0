package dev.slipway.cli.offlinepackage.index;

/**
 * A component of a package.
 *
 * @param name its name
 * @param version its version
 * @param licence its licence
 * @param source from where it comes
 */
public record IndexedComponent(String name, String version, String licence, String source) {}
