package dev.slipway.provisioning;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.provisioning.DeprovisioningWorkflow;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Steps;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;

/** Removes with Terraform what Terraform made. */
@WorkflowImpl(taskQueues = TaskQueues.PROVISIONING)
public final class TerraformDeprovisioning implements DeprovisioningWorkflow {
    private final InfrastructureActivities infrastructure =
            Workflow.newActivityStub(InfrastructureActivities.class, ActivityProfiles.longRunning());

    @Override
    public void deprovision(ProvisioningRequest request) {
        new Steps(request.operation()).step(Step.DESTROY_HOSTS, () -> infrastructure.destroy(request));
    }
}
