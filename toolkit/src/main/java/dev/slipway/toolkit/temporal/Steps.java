package dev.slipway.toolkit.temporal;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.failure.Failure;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of a workflow. Each one's beginning and end is recorded; a step that fails, or that a person cancels,
 * stops the workflow until a person decides how it goes on. For workflow code.
 */
public final class Steps {
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

    /** One of several steps that run at the same time. */
    public record Part(Step step, Functions.Proc action) {}

    /** Runs a step that gives something, until it succeeds or a person ends the operation. */
    public <T> T step(Step step, Functions.Func<T> action) {
        return requireNonNull(untilDone(step, action), "only a step that gives nothing can be left behind");
    }

    /** Runs a step that gives nothing. */
    public void step(Step step, Functions.Proc action) {
        untilDone(step, () -> {
            action.apply();
            return true;
        });
    }

    /** Runs steps at the same time; when one fails the others still come to their end, and only it is tried again. */
    public void together(List<Part> parts) {
        var open = new ArrayList<>(parts);
        while (!open.isEmpty()) {
            var attempts = tryAll(open);
            var stopped = open.stream()
                    .filter(part -> attempts.get(open.indexOf(part)).failure() != null)
                    .toList();
            if (!stopped.isEmpty()) {
                decide(
                        stopped.getFirst().step(),
                        requireNonNull(
                                attempts.get(open.indexOf(stopped.getFirst())).failure()));
            }
            open.retainAll(stopped);
        }
    }

    /** Records that a step is not needed this time. */
    public void skip(Step step) {
        reports.skipped(step);
    }

    private <T> @Nullable T untilDone(Step step, Functions.Func<T> action) {
        while (true) {
            var attempt = tryOne(step, action);
            var failure = attempt.failure();
            if (failure == null) {
                return attempt.result();
            }
            if (decide(step, failure) == Decision.LEAVE_BEHIND) {
                reports.leftBehind(step, failure);
                return null;
            }
        }
    }

    /** Returns RETRY or LEAVE_BEHIND; any other decision ends the story here. */
    private Decision decide(Step step, Failure failure) {
        recordDecisions();
        var decision = control.awaitDecision(step);
        recordDecisions();
        switch (decision) {
            case RETRY -> refresh.apply();
            case LEAVE_BEHIND -> {}
            case ROLL_BACK, ABANDON -> throw new Decided(decision, failure).asFailure();
        }
        return decision;
    }

    private void recordDecisions() {
        control.takeUnrecorded().forEach(reports::decided);
    }

    private <T> Attempt<T> tryOne(Step step, Functions.Func<T> action) {
        var attempt = new ArrayList<Attempt<T>>();
        control.cancelable(step, Workflow.newCancellationScope(() -> attempt.add(attempt(step, action))));
        endWhenCanceled();
        return attempt.getFirst();
    }

    private List<Attempt<Boolean>> tryAll(List<Part> parts) {
        var attempts = new ArrayList<Promise<Attempt<Boolean>>>();
        control.cancelable(parts.getFirst().step(), Workflow.newCancellationScope(() -> {
            parts.forEach(part -> attempts.add(Async.function(() -> attempt(part.step(), () -> {
                part.action().apply();
                return true;
            }))));
            Promise.allOf(attempts).get();
        }));
        endWhenCanceled();
        return attempts.stream().map(Promise::get).toList();
    }

    /** A cancel of the whole workflow leaves nothing to decide. */
    private static void endWhenCanceled() {
        if (CancellationScope.current().isCancelRequested()) {
            throw new CanceledFailure("The operation was canceled");
        }
    }

    private <T> Attempt<T> attempt(Step step, Functions.Func<T> action) {
        try {
            begin(step);
            var result = action.apply();
            reports.succeeded(step);
            return new Attempt<>(result, null);
        } catch (TemporalFailure e) {
            var failure = Failures.from(e);
            reports.stopped(step, failure);
            return Attempt.failed(failure);
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
