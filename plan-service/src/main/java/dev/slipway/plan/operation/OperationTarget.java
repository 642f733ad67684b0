package dev.slipway.plan.operation;

import dev.slipway.contracts.operation.OperationKind;
import java.util.UUID;

/** What an operation does, and to which cluster. */
public record OperationTarget(OperationKind kind, UUID clusterId, String clusterName) {}
