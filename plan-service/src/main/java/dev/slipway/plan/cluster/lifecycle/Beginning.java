package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.operation.OperationReference;
import java.time.Instant;

/** An operation begins, at this workflow time. */
public record Beginning(OperationReference operation, Instant at) {}
