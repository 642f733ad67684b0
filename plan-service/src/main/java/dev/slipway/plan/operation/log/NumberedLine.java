package dev.slipway.plan.operation.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line with the number the worker gave it, cleaned of what the database cannot hold. */
record NumberedLine(long line, @Nullable String host, Instant at, String text) {
    private static final int LONGEST = 16_384;

    static NumberedLine of(long number, ReceivedLine line) {
        var text = line.text().replace("\u0000", "");
        return new NumberedLine(
                number, line.host(), line.at(), text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }
}
