package dev.slipway.contracts.cluster;

import dev.slipway.contracts.operation.OperationReference;

/**
 * Asks for an operation on a cluster; everything else is read from plan-service's own rows when a step needs it.
 *
 * @param operation the operation to run
 */
public record ClusterRequest(OperationReference operation) {}
