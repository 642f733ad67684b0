package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepVerdict;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Runs the steps of a workflow. Each one's beginning and end is recorded; a step that fails, or that a person cancels,
 * stops the workflow until a person decides how it goes on. For workflow code.
 */
public final class Steps {
    /** Marks histories in which a step that succeeded in spite of its cancel stops the operation. */
    static final String KEPT_CANCEL = "kept-cancel";

    private static final Set<Step> LAST = EnumSet.of(Step.PUBLISH, Step.RELEASE);

    private final StepReports reports;
    private final StepControl control;
    private final Functions.Proc refresh;

    /** Runs the steps of an operation; a retry runs the same again. */
    public Steps(OperationReference operation) {
        this(operation, () -> {});
    }

    /** Runs the steps of an operation; before a retry the request is made anew, as a person may have mended it. */
    public Steps(OperationReference operation, Functions.Proc refresh) {
        this.reports = new StepReports(operation.operationId());
        this.control = new StepControl(operation.operationId());
        this.refresh = refresh;
        Workflow.registerListener(control);
    }

    /** Runs a step that gives something, until it succeeds or a person ends the operation. */
    public <T> T step(Step step, Functions.Func<T> action) {
        var part = new Part<>(step, action);
        together(List.of(part));
        return part.result().orElseThrow(() -> new IllegalStateException(step + " gives something that is needed"));
    }

    /** Runs a step that gives nothing; returns whether it was done, and not left behind by a person. */
    public boolean step(Step step, Functions.Proc action) {
        var part = Part.of(step, action);
        together(List.of(part));
        return part.failure().isEmpty();
    }

    /** Runs steps at the same time; when one fails the others still come to their end, and only it is tried again. */
    public void together(List<? extends Part<?>> parts) {
        List<? extends Part<?>> open = parts;
        while (!open.isEmpty()) {
            tryAll(open);
            open = open.stream().filter(part -> part.failure().isPresent()).toList();
            if (!open.isEmpty()) {
                open = stillOpen(open);
            }
        }
    }

    /** Records that a step is not needed this time. */
    public void skip(Step step) {
        reports.skipped(step);
    }

    /** Returns what is left to do after a person decided about the first of the steps that stopped, if anything is. */
    private List<? extends Part<?>> stillOpen(List<? extends Part<?>> stopped) {
        var first = stopped.getFirst();
        while (true) {
            var failure = first.failure().orElseThrow();
            var decision = decision(first.step());
            switch (decision) {
                case RETRY -> {
                    if (isRefreshed(first)) {
                        return stopped;
                    }
                }
                case LEAVE_BEHIND -> {
                    reports.leftBehind(first.step(), failure);
                    return stopped.subList(1, stopped.size());
                }
                case ROLL_BACK, ABANDON -> throw new Decided(decision, failure).asFailure();
            }
        }
    }

    /** When the request cannot be made anew the step stays where it stopped, now for that reason. */
    private boolean isRefreshed(Part<?> part) {
        try {
            refresh.apply();
            return true;
        } catch (TemporalFailure e) {
            endWhenCanceled();
            var failure = Failures.from(e);
            part.failed(failure);
            reports.begins(part.step());
            reports.stopped(part.step(), failure);
            return false;
        }
    }

    private Decision decision(Step step) {
        recordDecisions();
        var decision = control.awaitDecision(step);
        recordDecisions();
        return decision;
    }

    private void recordDecisions() {
        control.takeUnrecorded().forEach(reports::decided);
    }

    private void tryAll(List<? extends Part<?>> parts) {
        control.cancelable(parts.getFirst().step(), Workflow.newCancellationScope(() -> {
            var tries = parts.stream()
                    .map(part -> Async.procedure(() -> attempt(part)))
                    .toList();
            Promise.allOf(tries).get();
        }));
        endWhenCanceled();
    }

    /** A cancel of the whole workflow leaves nothing to decide. */
    private static void endWhenCanceled() {
        if (CancellationScope.current().isCancelRequested()) {
            throw new CanceledFailure("The operation was canceled");
        }
    }

    private void attempt(Part<?> part) {
        try {
            control.atWork(() -> {
                begin(part.step());
                part.act();
                stopWhenCanceled(part.step());
            });
            reports.succeeded(part.step());
        } catch (TemporalFailure e) {
            var failure = Failures.from(e);
            part.failed(failure);
            reports.stopped(part.step(), failure);
        }
    }

    /**
     * What was too short, or too far, to be stopped has succeeded although a person was told that it is canceled: the
     * operation does not go on to the next step for that. After the last one there is nothing left to stop.
     */
    private void stopWhenCanceled(Step step) {
        if (control.isCanceled() && Workflow.getVersion(KEPT_CANCEL, Workflow.DEFAULT_VERSION, 1) == 1) {
            if (LAST.contains(step)) {
                recordDecisions();
            } else {
                throw new CanceledFailure("Canceled by a person");
            }
        }
    }

    private void begin(Step step) {
        var resumes = control.resumes();
        while (reports.begins(step) == StepVerdict.HOLD) {
            control.awaitResume(resumes);
            resumes = control.resumes();
        }
    }
}
