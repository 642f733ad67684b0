package dev.slipway.toolkit.temporal;

import java.time.Instant;

/**
 * The times one workflow reports. The journal takes what is earlier than what it knows for a late repeat, so a clock
 * that goes back must not make a retry look like one.
 */
final class ReportTimes {
    private Instant latest = Instant.MIN;

    /** Returns the time, or the one right after the latest report when the clock has gone back behind that. */
    Instant of(Instant now) {
        latest = now.isBefore(latest) ? latest.plusMillis(1) : now;
        return latest;
    }
}
