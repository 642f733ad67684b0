package dev.slipway.contracts.provisioning;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Makes hosts: steps PLAN_HOSTS and CREATE_HOSTS. */
@WorkflowInterface
public interface ProvisioningWorkflow {
    /** Plans, records the plan on the operation, applies it and returns the hosts. */
    @WorkflowMethod
    ProvisionedHosts provision(ProvisioningRequest request);
}
