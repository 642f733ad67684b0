package dev.slipway.plan.forecast;

import dev.slipway.contracts.operation.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The earlier operations nearest in node count: those with as many nodes; else those with fewer and those with more,
 * and what lies between is drawn straight; else those on the one side that there is. Never more than a few of each.
 */
record Neighbours(int nodes, List<PastRun> fewer, List<PastRun> more) {
    private static final int RUNS = 10;

    /** Chooses among operations, newest first. */
    static Neighbours of(int nodes, List<PastRun> runs) {
        var below = runs.stream()
                .mapToInt(PastRun::nodes)
                .filter(count -> count <= nodes)
                .max();
        var above = runs.stream()
                .mapToInt(PastRun::nodes)
                .filter(count -> count >= nodes)
                .min();
        var nearest = below.isPresent() ? below : above;
        return new Neighbours(
                nodes,
                sized(runs, nearest.orElse(nodes)),
                sized(runs, above.isPresent() ? above.getAsInt() : nearest.orElse(nodes)));
    }

    boolean none() {
        return fewer.isEmpty();
    }

    /** Returns the operations themselves, each once. */
    List<PastRun> runs() {
        return fewer.equals(more)
                ? fewer
                : Stream.concat(fewer.stream(), more.stream()).toList();
    }

    /** Returns by how much a step is expected to bring the operation nearer to its end. */
    Duration expected(Step step) {
        var low = median(fewer, step);
        var high = median(more, step);
        var distance = more.getFirst().nodes() - fewer.getFirst().nodes();
        return distance == 0
                ? low
                : low.plus(high.minus(low)
                        .multipliedBy(nodes - fewer.getFirst().nodes())
                        .dividedBy(distance));
    }

    private static Duration median(List<PastRun> runs, Step step) {
        return Median.of(runs.stream().map(run -> run.advance(step)).toList());
    }

    private static List<PastRun> sized(List<PastRun> runs, int nodes) {
        return runs.stream().filter(run -> run.nodes() == nodes).limit(RUNS).toList();
    }
}
