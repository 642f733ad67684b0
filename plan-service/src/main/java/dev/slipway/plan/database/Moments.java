package dev.slipway.plan.database;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the record of operations keeps them. */
public final class Moments {
    private Moments() {}

    /** Returns the present time to the millisecond, as workflows tell theirs. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
