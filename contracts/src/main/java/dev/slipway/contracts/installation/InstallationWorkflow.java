package dev.slipway.contracts.installation;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Makes a cluster of hosts: steps PREFLIGHT to VERIFICATION. */
@WorkflowInterface
public interface InstallationWorkflow {
    /** Runs every phase; afterwards the cluster is verified and its kubeconfig is stored sealed in plan-service. */
    @WorkflowMethod
    void install(InstallationRequest request);
}
