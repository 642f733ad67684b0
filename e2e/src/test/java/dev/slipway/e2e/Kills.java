package dev.slipway.e2e;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** How often what was killed. */
final class Kills {
    private final Map<String, Integer> counts = new ConcurrentSkipListMap<>();

    void count(String victim) {
        counts.merge(victim, 1, Integer::sum);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
