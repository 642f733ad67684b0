package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.provisioning.PlanSummary;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a workflow reports, as a story. */
public final class FakeJournal implements JournalActivities {
    private final List<StepReport> reports = new CopyOnWriteArrayList<>();

    @Override
    public void recordStep(StepReport report) {
        reports.add(report);
    }

    @Override
    public void recordPlan(String operationId, PlanSummary plan) {
        // Not asked for by these tests.
    }

    /** Returns what was reported, oldest first. */
    public List<StepReport> reports() {
        return List.copyOf(reports);
    }

    /** Returns "STEP STATE" of each report, oldest first. */
    public List<String> story() {
        return reports.stream()
                .map(report -> report.step() + " " + report.state())
                .toList();
    }
}
