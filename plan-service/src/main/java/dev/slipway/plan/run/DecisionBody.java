package dev.slipway.plan.run;

import dev.slipway.contracts.operation.Decision;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a client sends it.
 *
 * @param reason why, for the record
 */
record DecisionBody(
        @NotNull Decision decision,
        @Nullable @Size(max = 1000) String reason) {}
