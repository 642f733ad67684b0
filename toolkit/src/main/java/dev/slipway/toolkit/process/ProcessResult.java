package dev.slipway.toolkit.process;

import java.util.List;

/**
 * How a successful run ended.
 *
 * @param exitCode always 0, as another code is an {@link ExitException}
 * @param lastLines the last lines of both pipes, oldest first
 */
public record ProcessResult(int exitCode, List<String> lastLines) {}
