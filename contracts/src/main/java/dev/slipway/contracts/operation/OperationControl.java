package dev.slipway.contracts.operation;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;

/** How people steer an operation; each workflow that runs steps listens to it while it has one. */
@WorkflowInterface
public interface OperationControl {
    /** Takes a decision about the step the workflow has stopped at. */
    @UpdateMethod
    void decide(DecisionRequest request);

    /** Refuses a decision that is not among the choices of the step the workflow waits at. */
    @UpdateValidatorMethod(updateName = "decide")
    void validateDecision(DecisionRequest request);

    /** Stops the steps that run; the operation stops with them and waits for a decision. */
    @UpdateMethod
    void cancelStep(CancelRequest request);

    /** Refuses a cancel while no step runs here. */
    @UpdateValidatorMethod(updateName = "cancelStep")
    void validateCancel(CancelRequest request);

    /** Wakes a workflow that holds because the operation was paused. */
    @SignalMethod
    void resume();
}
