package dev.slipway.provisioning;

import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.order.OrderActivities;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.provisioning.ProvisioningWorkflow;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Steps;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/** Makes hosts with Terraform: what is planned is recorded, then applied, then waited for. */
@WorkflowImpl(taskQueues = TaskQueues.PROVISIONING)
public final class TerraformProvisioning implements ProvisioningWorkflow {
    private final InfrastructureActivities infrastructure =
            Workflow.newActivityStub(InfrastructureActivities.class, ActivityProfiles.longRunning());
    private final InfrastructureActivities answers =
            Workflow.newActivityStub(InfrastructureActivities.class, FirstAnswer.options());
    private final JournalActivities record =
            Workflow.newActivityStub(JournalActivities.class, ActivityProfiles.quick(TaskQueues.LIFECYCLE));

    private final OrderActivities orders =
            Workflow.newActivityStub(OrderActivities.class, ActivityProfiles.quick(TaskQueues.LIFECYCLE));

    private ProvisioningRequest request;
    private final Steps steps;

    /** Begins with what was asked for; a retry asks for what is wanted by then. */
    @WorkflowInit
    public TerraformProvisioning(ProvisioningRequest request) {
        this.request = request;
        this.steps = new Steps(request.operation(), this::refresh);
    }

    @Override
    public ProvisionedHosts provision(ProvisioningRequest asked) {
        var plan = steps.step(Step.PLAN_HOSTS, this::plan);
        return steps.step(Step.CREATE_HOSTS, () -> create(plan));
    }

    private void refresh() {
        request = orders.provisioning(request.operation());
    }

    private PlanSummary plan() {
        var plan = infrastructure.plan(request);
        record.recordPlan(request.operation().operationId(), plan);
        return plan;
    }

    private ProvisionedHosts create(PlanSummary plan) {
        var hosts = infrastructure.apply(new PlannedHosts(request, plan));
        answers.expectAnswers(hosts);
        return hosts;
    }
}
