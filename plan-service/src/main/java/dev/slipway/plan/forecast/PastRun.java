package dev.slipway.plan.forecast;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An operation that went through without a person's help.
 *
 * @param nodes how many nodes its cluster has
 * @param advances by how much each step brought it nearer to its end: of steps that ran side by side, what one took
 *     longer than those that ended before it. So they add up to what the whole operation took.
 */
record PastRun(int nodes, Map<Step, Duration> advances) {
    /** Works out the advances of steps that have all ended. */
    static PastRun of(int nodes, Instant begun, List<StepTime> steps) {
        var advances = new EnumMap<Step, Duration>(Step.class);
        steps.forEach(step -> advances.put(step.step(), Duration.ZERO));
        var front = begun;
        for (var step : inOrderOfEnding(steps)) {
            var end = requireNonNull(step.endedAt());
            if (end.isAfter(front)) {
                advances.put(step.step(), Duration.between(front, end));
                front = end;
            }
        }
        return new PastRun(nodes, advances);
    }

    Duration total() {
        return advances.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    Duration advance(Step step) {
        return advances.getOrDefault(step, Duration.ZERO);
    }

    private static List<StepTime> inOrderOfEnding(List<StepTime> steps) {
        return steps.stream()
                .filter(step -> step.is(StepState.SUCCEEDED) && step.endedAt() != null)
                .sorted(Comparator.comparing(step -> requireNonNull(step.endedAt())))
                .toList();
    }
}
