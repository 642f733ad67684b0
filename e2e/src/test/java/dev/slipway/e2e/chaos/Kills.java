package dev.slipway.e2e.chaos;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** How often what was killed. */
public final class Kills {
    private final Map<String, Integer> counts = new ConcurrentSkipListMap<>();

    public void count(String victim) {
        counts.merge(victim, 1, Integer::sum);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
