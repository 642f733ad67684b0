package dev.slipway.plan.forecast;

import java.time.Duration;
import java.util.List;

/** The middle of durations: half of them are shorter, half are longer. One that went astray does not move it. */
final class Median {
    private Median() {}

    /** Returns the median of one duration or more; of an even number the mean of the two in the middle. */
    static Duration of(List<Duration> durations) {
        var sorted = durations.stream().sorted().toList();
        var upper = sorted.get(sorted.size() / 2);
        var lower = sorted.get((sorted.size() - 1) / 2);
        return lower.plus(upper.minus(lower).dividedBy(2));
    }
}
