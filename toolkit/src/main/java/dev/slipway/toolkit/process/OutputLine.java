package dev.slipway.toolkit.process;

import java.time.Instant;

/**
 * One line a program wrote.
 *
 * @param at when the line was read
 * @param stream the pipe it came from
 * @param text the line without its end, secrets replaced
 */
public record OutputLine(Instant at, Stream stream, String text) {}
