package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.DecisionReport;
import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.LeftBehindReport;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.RollbackReport;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.contracts.operation.StepVerdict;
import dev.slipway.plan.cluster.reservation.DeploymentOrder;
import dev.slipway.toolkit.temporal.Failures;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Tells the story of a run as a list of words, and fails where a test wants it to. */
final class FakeLifecycle implements LifecycleActivities, JournalActivities {
    final List<String> story = new CopyOnWriteArrayList<>();
    volatile DeploymentOrder order = LifecycleFixtures.automatic();
    volatile Remains remains =
            new Remains(false, null, LifecycleFixtures.automatic().provisioning());
    volatile String failing = "";
    volatile @Nullable Step holding;
    volatile boolean ended;

    @Override
    public boolean begin(Beginning beginning) {
        return !ended && told("begin");
    }

    @Override
    public DeploymentOrder reserve(ClusterRequest request) {
        told("reserve");
        return order;
    }

    @Override
    public DeploymentOrder findOrder(ClusterRequest request) {
        if (failing.equals("find order")) {
            throw Failures.of(FailureType.RESOURCE_UNAVAILABLE, "no order");
        }
        return order;
    }

    @Override
    public void publish(ClusterRequest request) {
        told("publish");
    }

    @Override
    public Remains findRemains(ClusterRequest request) {
        told("find remains");
        return remains;
    }

    @Override
    public boolean hasChangedHosts(ClusterRequest request) {
        return story.contains("PACKAGE_SOURCE RUNNING");
    }

    @Override
    public void release(ClusterRequest request) {
        told("release");
    }

    @Override
    public void end(Ending ending) {
        var failure = ending.failure();
        told("end " + ending.state() + (failure == null ? "" : " " + failure.type() + ": " + failure.message()));
    }

    @Override
    public StepVerdict recordStep(StepReport report) {
        if (report.state() == StepState.RUNNING && report.step() == holding) {
            story.add(report.step() + " HELD");
            return StepVerdict.HOLD;
        }
        story.add(report.step() + " " + report.state());
        return StepVerdict.GO;
    }

    @Override
    public void recordDecision(DecisionReport report) {
        story.add("decision " + report.decision());
    }

    @Override
    public void recordRollback(RollbackReport report) {
        story.add("rollback " + report.steps());
    }

    @Override
    public void recordLeftBehind(LeftBehindReport report) {
        story.add("left behind " + report.stillThere().hosts());
    }

    @Override
    public void recordPlan(String operationId, PlanSummary plan) {
        story.add("plan");
    }

    private boolean told(String word) {
        story.add(word);
        if (word.equals(failing)) {
            throw Failures.of(FailureType.RESOURCE_UNAVAILABLE, "no " + word);
        }
        return true;
    }
}
