package dev.slipway.plan.operation;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.forecast.StepTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of an operation.
 *
 * @param position from 1, in the order of running
 * @param attempts how often it was begun
 * @param worker the service that runs it, once begun
 */
public record OperationStep(
        Step step,
        int position,
        StepState state,
        int attempts,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String worker,
        @Nullable Failure failure,
        long revision) {
    private static final Set<StepState> OPEN = EnumSet.of(StepState.PENDING, StepState.RUNNING);

    /** Returns a step that was not begun. */
    public static OperationStep pending(Step step, int position) {
        return new OperationStep(step, position, StepState.PENDING, 0, null, null, null, null, 1);
    }

    /** Returns the step after a report; the same step when the report is a repeat, or late. */
    public OperationStep after(StepReport report) {
        if (report.state() == StepState.RUNNING) {
            return isNews(report.at()) ? begun(report) : this;
        }
        return mayEnd(report) && state != report.state() ? ended(report) : this;
    }

    /** Returns when it began and ended. */
    StepTime time() {
        return new StepTime(step, state, startedAt, endedAt);
    }

    /** Tells whether the step was begun and has not ended, or was not begun at all. */
    public boolean open() {
        return OPEN.contains(state);
    }

    private boolean mayEnd(StepReport report) {
        return switch (report.state()) {
            case PENDING, RUNNING -> false;
            case SKIPPED -> state != StepState.SUCCEEDED && state != StepState.RUNNING;
            case SUCCEEDED, FAILED, CANCELED -> open() && !isEarlier(report.at());
        };
    }

    private boolean isNews(Instant at) {
        var latest = endedAt == null ? startedAt : endedAt;
        return latest == null || at.isAfter(latest);
    }

    private boolean isEarlier(Instant at) {
        return startedAt != null && at.isBefore(startedAt);
    }

    private OperationStep begun(StepReport report) {
        var owner = StepPlace.of(step).service();
        return new OperationStep(
                step, position, StepState.RUNNING, attempts + 1, report.at(), null, owner, null, revision);
    }

    private OperationStep ended(StepReport report) {
        var begun = report.state() == StepState.SUCCEEDED ? requireNonNullElse(startedAt, report.at()) : startedAt;
        return new OperationStep(
                step, position, report.state(), attempts, begun, report.at(), worker, report.failure(), revision);
    }
}
