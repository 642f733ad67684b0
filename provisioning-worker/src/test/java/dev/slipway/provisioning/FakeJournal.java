package dev.slipway.provisioning;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.DecisionReport;
import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.LeftBehindReport;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.RollbackReport;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepVerdict;
import dev.slipway.contracts.order.OrderActivities;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.spring.boot.ActivityImpl;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes the story of an operation down. */
@ActivityImpl(taskQueues = "lifecycle")
class FakeJournal implements JournalActivities, OrderActivities {
    private final List<String> story = new CopyOnWriteArrayList<>();
    private volatile boolean isOrderGone;

    void loseOrder() {
        isOrderGone = true;
    }

    @Override
    public StepVerdict recordStep(StepReport report) {
        var failure = report.failure();
        var why = failure == null ? "" : " " + failure.type() + ": " + failure.message();
        story.add(report.step() + " " + report.state() + why);
        return StepVerdict.GO;
    }

    @Override
    public void recordDecision(DecisionReport report) {
        story.add(report.step() + " decided: " + report.decision());
    }

    @Override
    public void recordRollback(RollbackReport report) {
        throw new UnsupportedOperationException("Only the lifecycle rolls back");
    }

    @Override
    public ProvisioningRequest provisioning(OperationReference operation) {
        story.add("order");
        if (isOrderGone) {
            throw Failures.of(FailureType.RESOURCE_UNAVAILABLE, "What the cluster had reserved is gone.");
        }
        return Samples.request();
    }

    @Override
    public InstallationRequest installation(OperationReference operation) {
        throw new UnsupportedOperationException("Nothing is installed here");
    }

    @Override
    public void recordLeftBehind(LeftBehindReport report) {
        story.add(report.step() + " left " + report.stillThere().hosts() + " for "
                + report.stillThere().doubt());
    }

    @Override
    public void recordPlan(String operationId, PlanSummary plan) {
        story.add("plan of " + operationId + ": +" + plan.add() + " ~" + plan.change() + " -" + plan.destroy());
    }

    List<String> story() {
        return story;
    }
}
