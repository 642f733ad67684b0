package dev.slipway.installation.phase;

import java.util.List;

/**
 * Phases that do not need each other and therefore run at the same time.
 *
 * @param phases at least one
 */
public record Stage(List<Phase> phases) {
    /** Refuses an empty stage. */
    public Stage {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("A stage has at least one phase");
        }
    }

    static Stage of(Phase... phases) {
        return new Stage(List.of(phases));
    }
}
