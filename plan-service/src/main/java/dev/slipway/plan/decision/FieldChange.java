package dev.slipway.plan.decision;

import org.jspecify.annotations.Nullable;

/** A field of the spec that a person changed, and what it was before. */
public record FieldChange(
        String field, @Nullable Object before, @Nullable Object after) {}
