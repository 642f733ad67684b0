package dev.slipway.cli.api;

import org.jspecify.annotations.Nullable;

/**
 * One line of an operation's log.
 *
 * @param step the step that said it
 * @param host the host it is about
 * @param text what was said
 */
public record LogLine(String step, @Nullable String host, String text) {}
