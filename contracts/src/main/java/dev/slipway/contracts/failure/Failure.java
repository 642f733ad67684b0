package dev.slipway.contracts.failure;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, for a person.
 *
 * @param type the named failure
 * @param message one sentence: cause, and what to do about it; never a secret
 * @param host the host it happened on, when it is one host's
 */
public record Failure(
        FailureType type, String message, @Nullable String host) {}
