package dev.slipway.cli.output;

/** How a command answers. */
public enum Format {
    /** A table for people. */
    text,
    /** JSON for programs. */
    json
}
