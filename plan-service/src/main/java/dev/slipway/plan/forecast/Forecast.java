package dev.slipway.plan.forecast;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is foretold of an operation when it begins.
 *
 * @param advances by how much each step will bring it nearer to its end
 * @param runs how many earlier operations say so
 * @param typicalError how far off such forecasts were for those, the median; unknown when only one was ever made
 */
public record Forecast(
        Map<Step, Duration> advances, int runs, @Nullable Duration typicalError) {
    /** Judges what is left of the operation whose steps have come this far. */
    public Estimate remaining(List<StepTime> steps, Instant now) {
        var running = expected(steps, StepState.RUNNING);
        var worked = begunAt(steps).map(front -> Duration.between(front, now)).orElse(Duration.ZERO);
        var left = expected(steps, StepState.PENDING).plus(positive(running.minus(positive(worked))));
        return new Estimate(left.toSeconds(), runs, typicalError == null ? null : typicalError.toSeconds());
    }

    private Duration expected(List<StepTime> steps, StepState state) {
        return steps.stream()
                .filter(step -> step.is(state))
                .map(step -> advances.getOrDefault(step.step(), Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Since when only the steps that run now bring it forward: the last end, or a later begin as after a retry. */
    private static Optional<Instant> begunAt(List<StepTime> steps) {
        var lastEnd = steps.stream()
                .filter(step -> step.is(StepState.SUCCEEDED))
                .map(StepTime::endedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        var firstBegin = steps.stream()
                .filter(step -> step.is(StepState.RUNNING))
                .map(StepTime::startedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        return Stream.of(lastEnd, firstBegin).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
