package dev.slipway.plan.operation;

/** Where an operation stands. */
public enum OperationState {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELED;

    /** Tells whether the operation has ended. */
    public boolean ended() {
        return this != PENDING && this != RUNNING;
    }
}
