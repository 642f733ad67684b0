package dev.slipway.installation;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.UninstallationWorkflow;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.order.OrderActivities;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Mending;
import dev.slipway.toolkit.temporal.Steps;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/** Takes everything off the hosts that an installation put on them, and gives back what it set aside. */
@WorkflowImpl(taskQueues = TaskQueues.INSTALLATION)
public final class HostReset implements UninstallationWorkflow {
    private final PhaseActivities hosts =
            Workflow.newActivityStub(PhaseActivities.class, ActivityProfiles.longRunning());

    private final OrderActivities orders =
            Workflow.newActivityStub(OrderActivities.class, ActivityProfiles.quick(TaskQueues.LIFECYCLE));

    private InstallationRequest request;

    /** Begins with what was installed; a retry takes what was mended by then. */
    @WorkflowInit
    public HostReset(InstallationRequest request) {
        this.request = request;
    }

    @Override
    public void uninstall(InstallationRequest asked) {
        new Steps(asked.operation(), Mending.ifPossible(this::refresh))
                .step(Step.RESET_HOSTS, () -> hosts.runPhase(new PhaseRequest(Step.RESET_HOSTS, request)));
    }

    private void refresh() {
        request = orders.installation(request.operation());
    }
}
