package dev.slipway.cli.gobuild;

/**
 * How a Go program is compiled and linked.
 *
 * @param cgo whether C code is compiled in
 * @param tags build tags, separated by spaces
 * @param ldflags flags of the linker beyond those that strip
 */
public record GoSettings(boolean cgo, String tags, String ldflags) {}
