package dev.slipway.toolkit.process;

/** Where a line of output came from. */
public enum Stream {
    OUT,
    ERR
}
