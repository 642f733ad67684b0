package dev.slipway.contracts.operation;

/** Where a step stands. */
public enum StepState {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    SKIPPED,
    CANCELED;

    /** Tells whether an operation stops at a step that is in this state. */
    public boolean stopped() {
        return this == FAILED || this == CANCELED;
    }
}
