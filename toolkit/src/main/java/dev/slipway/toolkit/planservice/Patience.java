package dev.slipway.toolkit.planservice;

import java.time.Duration;

/**
 * How long a request is tried.
 *
 * @param timeout limit of one attempt
 * @param attempts how often it is tried
 * @param pause wait before the second attempt; twice as long before each further one
 * @param begin no attempt begins later than this: with the last one's timeout it is shorter than an activity may be
 *     silent, as one that is taken for dead is not counted as failed
 */
record Patience(Duration timeout, int attempts, Duration pause, Duration begin) {
    static final Patience STANDARD =
            new Patience(Duration.ofSeconds(10), 4, Duration.ofMillis(250), Duration.ofSeconds(12));

    Duration before(int attempt) {
        return pause.multipliedBy(1L << (attempt - 2));
    }
}
