package dev.slipway.contracts.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact for the journal: a person has decided something about an operation.
 *
 * @param id tells this decision from others; recording it twice changes nothing
 * @param step the step it is about
 * @param decision the name of a {@link Decision}, or CANCEL
 * @param at workflow time at which it was taken
 */
public record DecisionReport(
        String operationId,
        String id,
        Step step,
        String decision,
        String requestedBy,
        @Nullable String reason,
        Instant at) {
    /** The name under which the cancel of a step is recorded. */
    public static final String CANCEL = "CANCEL";
}
