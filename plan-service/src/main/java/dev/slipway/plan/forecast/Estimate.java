package dev.slipway.plan.forecast;

import org.jspecify.annotations.Nullable;

/**
 * How long a running operation will probably still take.
 *
 * @param remainingSeconds 0 when it takes longer than expected already and may end any moment
 * @param basedOn how many earlier operations say so
 * @param typicalErrorSeconds half of the forecasts for those were further off than this; null when none was made
 */
public record Estimate(
        long remainingSeconds, int basedOn, @Nullable Long typicalErrorSeconds) {}
