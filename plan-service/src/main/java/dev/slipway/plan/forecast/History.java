package dev.slipway.plan.forecast;

import dev.slipway.contracts.operation.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Earlier operations that had the same steps, newest first. */
record History(List<PastRun> runs) {
    /** Leaves out operations with other steps: another deploy mode has others. */
    static History of(List<PastRun> newestFirst, Set<Step> steps) {
        return new History(newestFirst.stream()
                .filter(run -> run.advances().keySet().equals(steps))
                .toList());
    }

    /** Foretells an operation on so many nodes; nothing while there is no earlier one. */
    Optional<Forecast> forecast(int nodes) {
        var neighbours = Neighbours.of(nodes, runs);
        return neighbours.none()
                ? Optional.empty()
                : Optional.of(
                        new Forecast(advances(neighbours), neighbours.runs().size(), typicalError(neighbours.runs())));
    }

    /** Foretells each of these from those before it, as it would have been, and compares. */
    private @Nullable Duration typicalError(List<PastRun> foretold) {
        var errors = IntStream.range(0, runs.size())
                .filter(index -> foretold.contains(runs.get(index)))
                .mapToObj(this::error)
                .flatMap(Optional::stream)
                .toList();
        return errors.isEmpty() ? null : Median.of(errors);
    }

    private Optional<Duration> error(int index) {
        var run = runs.get(index);
        var before = Neighbours.of(run.nodes(), runs.subList(index + 1, runs.size()));
        return before.none()
                ? Optional.empty()
                : Optional.of(total(advances(before, run.advances().keySet()))
                        .minus(run.total())
                        .abs());
    }

    private static Duration total(Map<Step, Duration> advances) {
        return advances.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Map<Step, Duration> advances(Neighbours neighbours) {
        return advances(neighbours, neighbours.fewer().getFirst().advances().keySet());
    }

    private static Map<Step, Duration> advances(Neighbours neighbours, Set<Step> steps) {
        return steps.stream().collect(Collectors.toMap(Function.identity(), neighbours::expected));
    }
}
