package dev.slipway.installation;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.InstallationWorkflow;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.order.OrderActivities;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.installation.phase.InstallPlan;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.installation.phase.PreflightActivities;
import dev.slipway.installation.phase.Stage;
import dev.slipway.installation.phase.VerificationActivities;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Part;
import dev.slipway.toolkit.temporal.Steps;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/** Installs a cluster stage by stage, as the plan says. */
@WorkflowImpl(taskQueues = TaskQueues.INSTALLATION)
public final class PhasedInstallation implements InstallationWorkflow {
    private final PreflightActivities preflight =
            Workflow.newActivityStub(PreflightActivities.class, ActivityProfiles.longRunning());
    private final PhaseActivities hosts =
            Workflow.newActivityStub(PhaseActivities.class, ActivityProfiles.longRunning());
    private final VerificationActivities verification =
            Workflow.newActivityStub(VerificationActivities.class, ActivityProfiles.longRunning());

    private final OrderActivities orders =
            Workflow.newActivityStub(OrderActivities.class, ActivityProfiles.quick(TaskQueues.LIFECYCLE));

    private InstallationRequest request;
    private final Steps steps;

    /** Begins with what was asked for; a retry asks for what is wanted by then. */
    @WorkflowInit
    public PhasedInstallation(InstallationRequest request) {
        this.request = request;
        this.steps = new Steps(request.operation(), this::refresh);
    }

    @Override
    public void install(InstallationRequest asked) {
        for (Stage stage : InstallPlan.standard().stages()) {
            stage.phases().stream().filter(phase -> !phase.appliesTo(asked)).forEach(phase -> steps.skip(phase.step()));
            steps.together(stage.phases().stream()
                    .filter(phase -> phase.appliesTo(asked))
                    .map(phase -> Part.of(phase.step(), () -> perform(phase.step())))
                    .toList());
        }
    }

    private void refresh() {
        request = orders.installation(request.operation());
    }

    private void perform(Step step) {
        switch (step) {
            case PREFLIGHT -> preflight.preflight(request);
            case VERIFICATION -> verification.verify(request);
            case PACKAGE_SOURCE,
                    HOST_BASELINE,
                    TIME,
                    CONTAINER_RUNTIME,
                    IMAGES,
                    CONTROL_PLANE,
                    NETWORK,
                    WORKERS,
                    DNS,
                    METRICS_SERVER -> hosts.runPhase(new PhaseRequest(step, request));
            case RESERVE, PLAN_HOSTS, CREATE_HOSTS, PUBLISH, RESET_HOSTS, DESTROY_HOSTS, RELEASE ->
                throw new IllegalStateException("No phase of an installation: " + step);
        }
    }
}
