package dev.slipway.contracts.cluster;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Deletes a cluster and gives back everything it held. */
@WorkflowInterface
public interface ClusterDeletion {
    /** Runs until nothing of the cluster is left. */
    @WorkflowMethod
    void delete(ClusterRequest request);
}
