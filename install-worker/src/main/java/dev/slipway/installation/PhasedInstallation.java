package dev.slipway.installation;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.InstallationWorkflow;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.installation.phase.InstallPlan;
import dev.slipway.installation.phase.Phase;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.installation.phase.PreflightActivities;
import dev.slipway.installation.phase.Stage;
import dev.slipway.installation.phase.VerificationActivities;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.StepJournal;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;

/** Installs a cluster stage by stage, as the plan says. */
@WorkflowImpl(taskQueues = TaskQueues.INSTALLATION)
public final class PhasedInstallation implements InstallationWorkflow {
    private final PreflightActivities preflight =
            Workflow.newActivityStub(PreflightActivities.class, ActivityProfiles.longRunning());
    private final PhaseActivities hosts =
            Workflow.newActivityStub(PhaseActivities.class, ActivityProfiles.longRunning());
    private final VerificationActivities verification =
            Workflow.newActivityStub(VerificationActivities.class, ActivityProfiles.longRunning());

    @Override
    public void install(InstallationRequest request) {
        var journal = new StepJournal(request.operation());
        for (Stage stage : InstallPlan.standard().stages()) {
            Together.run(stage.phases(), phase -> run(phase, request, journal));
        }
    }

    private void run(Phase phase, InstallationRequest request, StepJournal journal) {
        if (phase.appliesTo(request)) {
            journal.step(phase.step(), () -> perform(phase.step(), request));
        } else {
            journal.skip(phase.step());
        }
    }

    private void perform(Step step, InstallationRequest request) {
        switch (step) {
            case PREFLIGHT -> preflight.preflight(request);
            case VERIFICATION -> verification.verify(request);
            default -> hosts.runPhase(new PhaseRequest(step, request));
        }
    }
}
