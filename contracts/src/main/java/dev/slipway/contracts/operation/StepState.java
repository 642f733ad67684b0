package dev.slipway.contracts.operation;

/** Where a step stands. */
public enum StepState {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    SKIPPED,
    CANCELED
}
