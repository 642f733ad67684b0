package dev.slipway.contracts.operation;

import java.time.Instant;
import java.util.List;

/**
 * A fact for the journal: an operation begins to undo what it has done.
 *
 * @param steps the steps that undo, in the order they will run
 */
public record RollbackReport(String operationId, List<Step> steps, Instant at) {
    /** Copies the steps. */
    public RollbackReport {
        steps = List.copyOf(steps);
    }
}
