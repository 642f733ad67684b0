package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.contracts.wire.TaskQueues;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs the steps of a workflow and has each one's beginning and end recorded; for workflow code. */
public final class StepJournal {
    /** Longer than any other profile waits: an operation must not fail because its record could not be written. */
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final JournalActivities journal = Workflow.newActivityStub(
            JournalActivities.class,
            ActivityOptions.newBuilder(ActivityProfiles.quick(TaskQueues.LIFECYCLE))
                    .setScheduleToCloseTimeout(PATIENCE)
                    .build());

    private final OperationReference operation;

    /** Keeps the journal of an operation. */
    public StepJournal(OperationReference operation) {
        this.operation = operation;
    }

    /** Runs a step that gives something; its failure is recorded and rethrown. */
    public <T> T step(Step step, Functions.Func<T> action) {
        try {
            report(step, StepState.RUNNING, null);
            var result = action.apply();
            report(step, StepState.SUCCEEDED, null);
            return result;
        } catch (TemporalFailure e) {
            reportDetached(step, Failures.from(e));
            throw e;
        }
    }

    /** Runs a step that gives nothing. */
    public void step(Step step, Functions.Proc action) {
        step(step, () -> {
            action.apply();
            return true;
        });
    }

    /** Records that a step is not needed this time. */
    public void skip(Step step) {
        report(step, StepState.SKIPPED, null);
    }

    /** A canceled workflow can call activities only outside its canceled scope. */
    private void reportDetached(Step step, Failure failure) {
        var canceled = failure.type() == FailureType.CANCELED;
        var state = canceled ? StepState.CANCELED : StepState.FAILED;
        Workflow.newDetachedCancellationScope(() -> report(step, state, canceled ? null : failure))
                .run();
    }

    private void report(Step step, StepState state, @Nullable Failure failure) {
        var now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
        journal.recordStep(new StepReport(operation.operationId(), step, state, now, failure));
    }
}
