package dev.slipway.installation;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.UninstallationWorkflow;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Steps;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;

/** Takes everything off the hosts that an installation put on them, and gives back what it set aside. */
@WorkflowImpl(taskQueues = TaskQueues.INSTALLATION)
public final class HostReset implements UninstallationWorkflow {
    private final PhaseActivities hosts =
            Workflow.newActivityStub(PhaseActivities.class, ActivityProfiles.longRunning());

    @Override
    public void uninstall(InstallationRequest request) {
        new Steps(request.operation())
                .step(Step.RESET_HOSTS, () -> hosts.runPhase(new PhaseRequest(Step.RESET_HOSTS, request)));
    }
}
