package dev.slipway.contracts.operation;

/** What the journal answers to the report that a step begins. */
public enum StepVerdict {
    /** Go on. */
    GO,
    /** The operation was paused: wait until it is resumed, then report again. */
    HOLD
}
