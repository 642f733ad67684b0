package dev.slipway.e2e.platform;

import java.time.Duration;

/**
 * How a program ended.
 *
 * @param exitCode 0 when it says that all is well
 * @param output what it printed, both streams
 * @param took how long it ran
 */
public record Outcome(int exitCode, String output, Duration took) {}
