package dev.slipway.cli.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an operation.
 *
 * @param step its name
 * @param title what it does
 * @param position its place
 * @param state what it is at
 * @param attempts how often it was tried
 * @param startedAt when it began
 * @param endedAt when it ended
 */
public record Step(
        String step,
        String title,
        int position,
        String state,
        int attempts,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {}
