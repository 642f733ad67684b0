package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells work that goes on from work that hangs. Its worker is alive and beats all the same, so nobody would end it: a
 * step that gets nowhere for too long fails, which is counted and has a cause.
 */
public final class Progress {
    private final Duration limit;
    private final Clock clock;
    private final Step step;
    private volatile Instant since;
    private volatile String last = "nothing";

    /**
     * Begins to watch.
     *
     * @param limit how long the work may be silent
     * @param step the one to retry
     */
    public Progress(Duration limit, Clock clock, Step step) {
        this.limit = limit;
        this.clock = clock;
        this.step = step;
        this.since = clock.instant();
    }

    /** Notes that the work got on, and what it said; from any thread. */
    public void made(String said) {
        since = clock.instant();
        last = said;
    }

    /** Throws when the work has got nowhere for too long. */
    void check() {
        if (clock.instant().isAfter(since.plus(limit))) {
            throw Failures.of(
                    FailureType.TOOL_FAILED,
                    "Nothing has happened for %d s, and what hangs was stopped; the last that was heard is '%s': see what it waits for, then retry the step %s."
                            .formatted(limit.toSeconds(), last, step.title()));
        }
    }
}
