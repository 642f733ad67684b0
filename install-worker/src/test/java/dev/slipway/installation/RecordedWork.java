package dev.slipway.installation;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.DecisionReport;
import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.LeftBehindReport;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.RollbackReport;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepVerdict;
import dev.slipway.contracts.order.OrderActivities;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.installation.fixture.Installations;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.installation.phase.PreflightActivities;
import dev.slipway.installation.phase.VerificationActivities;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.activity.Activity;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Activities that write down what is asked of them; chosen steps fail, or last until they are canceled. */
final class RecordedWork
        implements PreflightActivities, PhaseActivities, VerificationActivities, JournalActivities, OrderActivities {
    /** Without a pause the beats of this thread keep the one away that would bring the answer. */
    private static final Duration BEAT = Duration.ofMillis(20);

    final List<String> story = new CopyOnWriteArrayList<>();
    final List<String> journal = new CopyOnWriteArrayList<>();
    final Set<Step> failing = ConcurrentHashMap.newKeySet();
    final Set<Step> lasting = ConcurrentHashMap.newKeySet();

    @Override
    public void preflight(InstallationRequest request) {
        work(Step.PREFLIGHT, FailureType.PREFLIGHT_FAILED);
    }

    @Override
    public void runPhase(PhaseRequest request) {
        work(request.step(), FailureType.PACKAGE_DAMAGED);
    }

    @Override
    public void verify(InstallationRequest request) {
        work(Step.VERIFICATION, FailureType.HOST_KEY_CHANGED);
    }

    private void work(Step step, FailureType failure) {
        story.add(step.name());
        if (failing.contains(step)) {
            throw Failures.of(failure, step.title() + " failed", "worker-1", null);
        }
        while (lasting.contains(step)) {
            Activity.getExecutionContext().heartbeat(null);
            LockSupport.parkNanos(BEAT.toNanos());
        }
    }

    @Override
    public StepVerdict recordStep(StepReport report) {
        String failure = report.failure() == null ? "" : " " + report.failure().type();
        journal.add(report.step() + " " + report.state() + failure);
        return StepVerdict.GO;
    }

    @Override
    public void recordDecision(DecisionReport report) {
        journal.add(report.decision());
    }

    @Override
    public void recordRollback(RollbackReport report) {
        throw new UnsupportedOperationException("An installation rolls nothing back");
    }

    @Override
    public InstallationRequest installation(OperationReference operation) {
        story.add("order");
        return Installations.anInstallation();
    }

    @Override
    public ProvisioningRequest provisioning(OperationReference operation) {
        throw new UnsupportedOperationException("An installation makes no hosts");
    }

    @Override
    public void recordLeftBehind(LeftBehindReport report) {
        throw new UnsupportedOperationException("An installation makes no hosts");
    }

    @Override
    public void recordPlan(String operationId, PlanSummary plan) {
        throw new UnsupportedOperationException("An installation plans nothing");
    }
}
