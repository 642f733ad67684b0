package dev.slipway.toolkit.log;

import java.time.Duration;

/**
 * How lines are shipped.
 *
 * @param chunk most lines of a chunk
 * @param interval longest wait until a chunk that is not full leaves
 * @param pause wait between two attempts to deliver
 * @param patience longest wait for the rest when the log is closed
 */
record Shipping(int chunk, Duration interval, Duration pause, Duration patience) {
    static final Shipping STANDARD =
            new Shipping(200, Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(60));
}
