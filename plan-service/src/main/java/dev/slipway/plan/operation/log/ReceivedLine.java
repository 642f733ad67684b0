package dev.slipway.plan.operation.log;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line as a worker sends it. */
record ReceivedLine(
        @NotNull Instant at, @Nullable String host, @NotNull String text) {}
