package dev.slipway.plan.operation;

import dev.slipway.toolkit.web.Cursor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which operations to list; what is null does not narrow the list. */
public record OperationFilter(
        @Nullable UUID cluster,
        @Nullable OperationState state,
        @Nullable Cursor after,
        int limit) {}
