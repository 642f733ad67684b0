package dev.slipway.plan.decision;

import java.util.UUID;

/** A decision that is written down and that its operation has not confirmed. */
public record PendingDecision(UUID operation, OperationDecision decision) {}
