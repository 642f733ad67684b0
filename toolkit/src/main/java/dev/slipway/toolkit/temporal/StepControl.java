package dev.slipway.toolkit.temporal;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.operation.CancelRequest;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.DecisionReport;
import dev.slipway.contracts.operation.DecisionRequest;
import dev.slipway.contracts.operation.OperationControl;
import dev.slipway.contracts.operation.Step;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people may do to the steps of a workflow at this moment, and what they have asked for. */
final class StepControl implements OperationControl {
    private final String operationId;
    private final List<DecisionReport> unrecorded = new ArrayList<>();
    private @Nullable CancellationScope running;
    private @Nullable Step runningStep;
    private @Nullable Step stoppedAt;
    private @Nullable Decision decision;
    private int resumes;
    private int atWork;
    private boolean canceled;

    StepControl(String operationId) {
        this.operationId = operationId;
    }

    /** Runs a part of the story that people may cancel. */
    void cancelable(Step step, CancellationScope scope) {
        running = scope;
        runningStep = step;
        canceled = false;
        try {
            scope.run();
        } finally {
            running = null;
        }
    }

    /** Does work that a cancel still reaches: once all of it is over, what was done is told and stays done. */
    void atWork(Functions.Proc work) {
        atWork++;
        try {
            work.apply();
        } finally {
            atWork--;
        }
    }

    /** Tells whether a person has canceled what runs; a cancel of the whole workflow is none. */
    boolean isCanceled() {
        return canceled;
    }

    /** Waits without limit for a decision about the step. */
    Decision awaitDecision(Step step) {
        stoppedAt = step;
        decision = null;
        Workflow.await(() -> decision != null);
        stoppedAt = null;
        return requireNonNull(decision);
    }

    int resumes() {
        return resumes;
    }

    /** Waits until the operation is resumed once more than it was. */
    void awaitResume(int before) {
        Workflow.await(() -> resumes > before);
    }

    /** Returns what people asked for and no one has recorded yet. */
    List<DecisionReport> takeUnrecorded() {
        var taken = List.copyOf(unrecorded);
        unrecorded.clear();
        return taken;
    }

    @Override
    public void decide(DecisionRequest request) {
        decision = request.decision();
        unrecorded.add(new DecisionReport(
                operationId,
                request.id(),
                request.step(),
                request.decision().name(),
                request.requestedBy(),
                request.reason(),
                WorkflowClock.now()));
    }

    @Override
    public void validateDecision(DecisionRequest request) {
        if (stoppedAt != request.step() || decision != null) {
            throw refused("The operation does not wait for a decision about the step %s"
                    .formatted(request.step().title()));
        }
        if (!Decision.choices(request.step()).contains(request.decision())) {
            throw refused("%s is no choice for the step %s"
                    .formatted(request.decision(), request.step().title()));
        }
    }

    @Override
    public void cancelStep(CancelRequest request) {
        canceled = true;
        unrecorded.add(new DecisionReport(
                operationId,
                request.id(),
                requireNonNull(runningStep),
                DecisionReport.CANCEL,
                request.requestedBy(),
                request.reason(),
                WorkflowClock.now()));
        requireNonNull(running).cancel("asked for by " + request.requestedBy());
    }

    @Override
    public void validateCancel(CancelRequest request) {
        if (running == null || atWork == 0 || running.isCancelRequested()) {
            throw refused("No step runs here that could be canceled");
        }
    }

    @Override
    public void resume() {
        resumes++;
    }

    private static ApplicationFailure refused(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, "Refused");
    }
}
