package dev.slipway.contracts.cluster;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Creates a cluster: reserve, provision, install, verify, publish. */
@WorkflowInterface
public interface ClusterCreation {
    /** Runs until the cluster is Ready; fails with an ApplicationFailure whose type is a FailureType. */
    @WorkflowMethod
    void create(ClusterRequest request);
}
