package dev.slipway.plan.journal;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.plan.operation.OperationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How and when an operation ended. */
record Ending(OperationState state, Instant at, @Nullable Failure failure) {}
