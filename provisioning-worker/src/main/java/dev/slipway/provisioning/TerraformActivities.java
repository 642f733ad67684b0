package dev.slipway.provisioning;

import dev.slipway.contracts.operation.LeftBehindReport;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.provisioning.ProvisionedHost;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.provisioning.region.SshAnswer;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.activity.Activity;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Plans, applies and destroys with Terraform; an attempt goes on from what the one before it left. */
@Component
@ActivityImpl(taskQueues = TaskQueues.PROVISIONING)
final class TerraformActivities implements InfrastructureActivities {
    private final TerraformSessions sessions;
    private final SshAnswer answer;
    private final Leaving leaving;

    TerraformActivities(TerraformSessions sessions, SshAnswer answer, Leaving leaving) {
        this.sessions = sessions;
        this.answer = answer;
        this.leaving = leaving;
    }

    @Override
    public PlanSummary plan(ProvisioningRequest request) {
        return sessions.run(request, Step.PLAN_HOSTS, (run, workspace) -> run.plan(planFile(request)));
    }

    /**
     * The first attempt applies the file that was shown. It is out of date for later ones, also for those that a person
     * asks for, and gone elsewhere.
     */
    @Override
    public ProvisionedHosts apply(PlannedHosts planned) {
        var request = planned.request();
        var file = planFile(request);
        var first = Activity.getExecutionContext().getInfo().getAttempt() == 1;
        return sessions.run(request, Step.CREATE_HOSTS, (run, workspace) -> {
            if (!first || workspace.isResumed() || !workspace.has(file)) {
                new PlanGuard(planned.plan()).check(run.plan(file));
            }
            return run.apply(file);
        });
    }

    @Override
    public void expectAnswers(ProvisionedHosts hosts) {
        var quiet = answer.silent(
                hosts.hosts().stream().map(ProvisionedHost::address).toList());
        var silent = hosts.hosts().stream()
                .filter(host -> quiet.contains(host.address()))
                .map(ProvisionedHost::name)
                .toList();
        if (!silent.isEmpty()) {
            throw Failures.notYet("No answer on SSH yet from %s: see whether they run, then retry the step %s."
                    .formatted(String.join(", ", silent), Step.CREATE_HOSTS.title()));
        }
    }

    @Override
    public void destroy(ProvisioningRequest request) {
        sessions.run(request, Step.DESTROY_HOSTS, (run, workspace) -> {
            run.destroy();
            return true;
        });
    }

    @Override
    public LeftBehindReport leaveBehind(ProvisioningRequest request) {
        return leaving.leave(request);
    }

    private static String planFile(ProvisioningRequest request) {
        return request.operation().operationId() + ".plan";
    }
}
