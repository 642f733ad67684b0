package dev.slipway.contracts.operation;

import org.jspecify.annotations.Nullable;

/**
 * A person asks to stop the step that runs.
 *
 * @param id tells this request from others, so that a repeat is recorded once
 * @param requestedBy who asks
 * @param reason why, in the person's words
 */
public record CancelRequest(
        String id, String requestedBy, @Nullable String reason) {}
