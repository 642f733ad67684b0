package dev.slipway.provisioning;

import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.provisioning.PlanSummary;
import io.temporal.spring.boot.ActivityImpl;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes the story of an operation down. */
@ActivityImpl(taskQueues = "lifecycle")
class FakeJournal implements JournalActivities {
    private final List<String> story = new CopyOnWriteArrayList<>();

    @Override
    public void recordStep(StepReport report) {
        var failure = report.failure();
        var why = failure == null ? "" : " " + failure.type() + ": " + failure.message();
        story.add(report.step() + " " + report.state() + why);
    }

    @Override
    public void recordPlan(String operationId, PlanSummary plan) {
        story.add("plan of " + operationId + ": +" + plan.add() + " ~" + plan.change() + " -" + plan.destroy());
    }

    List<String> story() {
        return story;
    }
}
