package dev.slipway.toolkit.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a step's log.
 *
 * @param host the host it is about, when it is one host's
 */
public record LogLine(Instant at, @Nullable String host, String text) {}
