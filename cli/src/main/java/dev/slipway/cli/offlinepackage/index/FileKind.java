package dev.slipway.cli.offlinepackage.index;

/** What a file of a package is. */
public enum FileKind {
    BINARY,
    OS_PACKAGE,
    MANIFEST,
    PROVIDER,
    APT_METADATA,
    RECIPE,
    KEY
}
