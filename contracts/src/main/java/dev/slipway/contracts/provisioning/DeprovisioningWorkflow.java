package dev.slipway.contracts.provisioning;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Removes every host Terraform made for a cluster: step DESTROY_HOSTS. */
@WorkflowInterface
public interface DeprovisioningWorkflow {
    /** Destroys all that is in the cluster's Terraform state; nothing to destroy is success. */
    @WorkflowMethod
    void deprovision(ProvisioningRequest request);
}
