package dev.slipway.provisioning;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.order.OrderActivities;
import dev.slipway.contracts.provisioning.DeprovisioningWorkflow;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Mending;
import dev.slipway.toolkit.temporal.Steps;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/** Removes with Terraform what Terraform made. */
@WorkflowImpl(taskQueues = TaskQueues.PROVISIONING)
public final class TerraformDeprovisioning implements DeprovisioningWorkflow {
    private final InfrastructureActivities infrastructure =
            Workflow.newActivityStub(InfrastructureActivities.class, ActivityProfiles.longRunning());

    private final OrderActivities orders =
            Workflow.newActivityStub(OrderActivities.class, ActivityProfiles.quick(TaskQueues.LIFECYCLE));

    private ProvisioningRequest request;

    /** Begins with what was made; a retry takes the package from where it is by then. */
    @WorkflowInit
    public TerraformDeprovisioning(ProvisioningRequest request) {
        this.request = request;
    }

    @Override
    public void deprovision(ProvisioningRequest asked) {
        new Steps(asked.operation(), Mending.ifPossible(this::refresh))
                .step(Step.DESTROY_HOSTS, () -> infrastructure.destroy(request));
    }

    private void refresh() {
        request = orders.provisioning(request.operation());
    }
}
