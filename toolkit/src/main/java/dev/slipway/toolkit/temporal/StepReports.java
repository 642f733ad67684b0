package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.DecisionReport;
import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.contracts.operation.StepVerdict;
import dev.slipway.contracts.wire.TaskQueues;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** Tells the journal what happens to the steps of one operation. */
final class StepReports {
    private final JournalActivities journal =
            Workflow.newActivityStub(JournalActivities.class, ActivityProfiles.patient(TaskQueues.LIFECYCLE));

    private final String operationId;
    private final ReportTimes times = new ReportTimes();

    StepReports(String operationId) {
        this.operationId = operationId;
    }

    StepVerdict begins(Step step) {
        return report(step, StepState.RUNNING, null);
    }

    /** What is done is done: a cancel that comes by now must not keep it from being told. */
    void succeeded(Step step) {
        detached(step, StepState.SUCCEEDED, null);
    }

    void skipped(Step step) {
        report(step, StepState.SKIPPED, null);
    }

    void leftBehind(Step step, Failure failure) {
        report(step, StepState.SKIPPED, failure);
    }

    /** A canceled scope can call no activities, so this is told outside it. */
    void stopped(Step step, Failure failure) {
        var canceled = failure.type() == FailureType.CANCELED;
        var state = canceled ? StepState.CANCELED : StepState.FAILED;
        detached(step, state, canceled ? null : failure);
    }

    void decided(DecisionReport decision) {
        Workflow.newDetachedCancellationScope(() -> journal.recordDecision(decision))
                .run();
    }

    private void detached(Step step, StepState state, @Nullable Failure failure) {
        Workflow.newDetachedCancellationScope(() -> report(step, state, failure))
                .run();
    }

    private StepVerdict report(Step step, StepState state, @Nullable Failure failure) {
        return journal.recordStep(new StepReport(operationId, step, state, times.of(WorkflowClock.now()), failure));
    }
}
