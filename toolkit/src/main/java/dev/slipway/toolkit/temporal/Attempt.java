package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.failure.Failure;
import org.jspecify.annotations.Nullable;

/** How one try of a step ended: with what it gave, or with why it failed. */
record Attempt<T>(@Nullable T result, @Nullable Failure failure) {
    static <T> Attempt<T> failed(Failure failure) {
        return new Attempt<>(null, failure);
    }
}
