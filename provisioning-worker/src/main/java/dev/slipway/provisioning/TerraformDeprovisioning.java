package dev.slipway.provisioning;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.order.OrderActivities;
import dev.slipway.contracts.provisioning.DeprovisioningWorkflow;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.temporal.Mending;
import dev.slipway.toolkit.temporal.Steps;
import io.temporal.failure.ActivityFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/** Removes with Terraform what Terraform made. */
@WorkflowImpl(taskQueues = TaskQueues.PROVISIONING)
public final class TerraformDeprovisioning implements DeprovisioningWorkflow {
    /** Marks histories in which what is left behind is told. */
    private static final String TOLD_REMAINS = "told-remains";

    private final InfrastructureActivities infrastructure =
            Workflow.newActivityStub(InfrastructureActivities.class, ActivityProfiles.longRunning());

    private final InfrastructureActivities leaving =
            Workflow.newActivityStub(InfrastructureActivities.class, ActivityProfiles.quick());
    private final JournalActivities record =
            Workflow.newActivityStub(JournalActivities.class, ActivityProfiles.patient(TaskQueues.LIFECYCLE));

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
        var steps = new Steps(asked.operation(), Mending.ifPossible(this::refresh));
        if (!steps.step(Step.DESTROY_HOSTS, () -> infrastructure.destroy(request)) && mayTellWhatIsLeft()) {
            tellWhatIsLeft();
        }
    }

    private static boolean mayTellWhatIsLeft() {
        return Workflow.getVersion(TOLD_REMAINS, Workflow.DEFAULT_VERSION, 1) == 1;
    }

    /** When nobody can find out, all hosts count as left: the deletion goes on. */
    private void tellWhatIsLeft() {
        try {
            record.recordLeftBehind(leaving.leaveBehind(request));
        } catch (ActivityFailure unknown) {
            if (Failures.from(unknown).type() == FailureType.CANCELED) {
                throw unknown;
            }
        }
    }

    private void refresh() {
        request = orders.provisioning(request.operation());
    }
}
