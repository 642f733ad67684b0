package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.operation.DecisionReport;
import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.LeftBehindReport;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.RollbackReport;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.contracts.operation.StepVerdict;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what a workflow reports, as a story. */
public final class FakeJournal implements JournalActivities {
    private final List<StepReport> reports = new CopyOnWriteArrayList<>();
    private final List<DecisionReport> decisions = new CopyOnWriteArrayList<>();
    private volatile boolean holding;
    private final AtomicInteger held = new AtomicInteger();
    private volatile Runnable beforeSuccess = () -> {};

    /** Has something done while a success is being told. */
    public void beforeSuccess(Runnable action) {
        beforeSuccess = action;
    }

    /** Answers HOLD to every step that begins, or GO again. */
    public void hold(boolean hold) {
        holding = hold;
    }

    /** Returns how often a step was held. */
    public int held() {
        return held.get();
    }

    /** Returns what people decided, oldest first. */
    public List<DecisionReport> decisions() {
        return List.copyOf(decisions);
    }

    @Override
    public StepVerdict recordStep(StepReport report) {
        if (report.state() == StepState.RUNNING && holding) {
            held.incrementAndGet();
            return StepVerdict.HOLD;
        }
        if (report.state() == StepState.SUCCEEDED) {
            beforeSuccess.run();
        }
        reports.add(report);
        return StepVerdict.GO;
    }

    @Override
    public void recordDecision(DecisionReport report) {
        decisions.add(report);
    }

    @Override
    public void recordRollback(RollbackReport report) {
        // Not asked for by these tests.
    }

    @Override
    public void recordLeftBehind(LeftBehindReport report) {
        // Not asked for by these tests.
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
