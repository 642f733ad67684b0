package dev.slipway.cli.api;

import org.jspecify.annotations.Nullable;

/**
 * How long a running operation will probably still take.
 *
 * @param remainingSeconds 0 when it takes longer than expected already
 * @param basedOn how many earlier operations say so
 * @param typicalErrorSeconds how far off such forecasts were, when there were any
 */
public record Estimate(
        long remainingSeconds, int basedOn, @Nullable Long typicalErrorSeconds) {
    private static final int MINUTE = 60;

    /** It in words, as "about 2 min 10 s left (±25 s, from 7 runs)". */
    public String words() {
        String left = remainingSeconds == 0
                ? "longer than expected, done any moment"
                : "about " + duration(remainingSeconds) + " left";
        String error = typicalErrorSeconds == null ? "" : "±" + duration(typicalErrorSeconds) + ", ";
        return "%s (%sfrom %d %s)".formatted(left, error, basedOn, basedOn == 1 ? "run" : "runs");
    }

    private static String duration(long seconds) {
        return seconds < MINUTE ? seconds + " s" : "%d min %02d s".formatted(seconds / MINUTE, seconds % MINUTE);
    }
}
