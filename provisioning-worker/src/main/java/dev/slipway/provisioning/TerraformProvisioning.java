package dev.slipway.provisioning;

import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.provisioning.PlanSummary;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.provisioning.ProvisioningWorkflow;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.StepJournal;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;

/** Makes hosts with Terraform: what is planned is recorded, then applied, then waited for. */
@WorkflowImpl(taskQueues = TaskQueues.PROVISIONING)
public final class TerraformProvisioning implements ProvisioningWorkflow {
    private final InfrastructureActivities infrastructure =
            Workflow.newActivityStub(InfrastructureActivities.class, ActivityProfiles.longRunning());
    private final InfrastructureActivities answers =
            Workflow.newActivityStub(InfrastructureActivities.class, FirstAnswer.options());
    private final JournalActivities record =
            Workflow.newActivityStub(JournalActivities.class, ActivityProfiles.quick(TaskQueues.LIFECYCLE));

    @Override
    public ProvisionedHosts provision(ProvisioningRequest request) {
        var journal = new StepJournal(request.operation());
        var plan = journal.step(Step.PLAN_HOSTS, () -> plan(request));
        return journal.step(Step.CREATE_HOSTS, () -> create(new PlannedHosts(request, plan)));
    }

    private PlanSummary plan(ProvisioningRequest request) {
        var plan = infrastructure.plan(request);
        record.recordPlan(request.operation().operationId(), plan);
        return plan;
    }

    private ProvisionedHosts create(PlannedHosts planned) {
        var hosts = infrastructure.apply(planned);
        answers.expectAnswers(hosts);
        return hosts;
    }
}
