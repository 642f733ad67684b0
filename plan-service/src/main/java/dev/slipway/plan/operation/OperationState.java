package dev.slipway.plan.operation;

import java.util.Arrays;

/** Where an operation stands. */
public enum OperationState {
    /** Written down, not begun. */
    PENDING,
    /** A step runs, or the next one is about to. */
    RUNNING,
    /** A person asked it to wait before its next step. */
    PAUSED,
    /** A step failed or was canceled; a person decides how it goes on. */
    STOPPED,
    /** It undoes what it has done, because a person decided so. */
    ROLLING_BACK,
    /** Every step was done. */
    SUCCEEDED,
    /** It ended by itself without reaching its aim. */
    FAILED,
    /** It was ended before its aim, by a person or by the deletion of its cluster. */
    CANCELED,
    /** What it had done is undone. */
    ROLLED_BACK,
    /** A person ended it where it had stopped; what it had done is still there. */
    ABANDONED;

    /** Tells whether the operation has ended. */
    public boolean ended() {
        return compareTo(ROLLING_BACK) > 0;
    }

    /** Returns the names of the states of operations that have not ended. */
    public static String[] open() {
        return Arrays.stream(values())
                .filter(state -> !state.ended())
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
