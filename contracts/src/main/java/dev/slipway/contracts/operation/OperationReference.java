package dev.slipway.contracts.operation;

/**
 * Names the operation that a message belongs to.
 *
 * @param operationId id of the operation, a UUID
 * @param clusterId id of the cluster, a UUID
 * @param clusterName name of the cluster, for people
 */
public record OperationReference(String operationId, String clusterId, String clusterName) {}
