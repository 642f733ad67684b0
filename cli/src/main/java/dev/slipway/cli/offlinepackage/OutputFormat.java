package dev.slipway.cli.offlinepackage;

/** How a command writes its result. */
enum OutputFormat {
    TEXT,
    JSON
}
