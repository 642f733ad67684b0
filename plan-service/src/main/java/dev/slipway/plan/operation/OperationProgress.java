package dev.slipway.plan.operation;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.StepState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an operation stands, judged by its steps.
 *
 * @param failure what it stopped with, when it did
 */
public record OperationProgress(
        OperationState state, @Nullable OperationFailure failure) {
    /** Judges the steps that count: those that undo, once the operation rolls back. */
    public static OperationProgress of(List<OperationStep> steps, @Nullable Integer rollbackFrom) {
        var counting = counting(steps, rollbackFrom);
        var running = rollbackFrom == null ? OperationState.RUNNING : OperationState.ROLLING_BACK;
        if (counting.stream().anyMatch(step -> step.state() == StepState.RUNNING)) {
            return new OperationProgress(running, null);
        }
        return stopped(counting)
                .map(step -> new OperationProgress(OperationState.STOPPED, failure(step)))
                .orElse(new OperationProgress(running, null));
    }

    /** Returns the steps that count: those that undo, once the operation rolls back. */
    public static List<OperationStep> counting(List<OperationStep> steps, @Nullable Integer rollbackFrom) {
        return steps.stream()
                .filter(step -> rollbackFrom == null || step.position() >= rollbackFrom)
                .toList();
    }

    /** Finds the step that a stopped operation waits at. */
    public static Optional<OperationStep> stopped(List<OperationStep> steps) {
        return steps.stream().filter(step -> step.state().stopped()).findFirst();
    }

    private static OperationFailure failure(OperationStep step) {
        var failure = step.failure();
        return OperationFailure.at(
                step.step(),
                failure != null
                        ? failure
                        : new Failure(
                                FailureType.CANCELED,
                                "The step %s was canceled and its processes are gone."
                                        .formatted(step.step().title()),
                                null));
    }
}
