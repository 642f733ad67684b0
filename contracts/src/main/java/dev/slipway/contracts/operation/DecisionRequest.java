package dev.slipway.contracts.operation;

import org.jspecify.annotations.Nullable;

/**
 * A person's decision about a stopped operation.
 *
 * @param id tells this decision from others, so that a repeat is recorded once
 * @param step the step the person saw the operation stopped at
 * @param requestedBy who decides
 * @param reason why, in the person's words
 */
public record DecisionRequest(
        String id,
        Step step,
        Decision decision,
        String requestedBy,
        @Nullable String reason) {}
