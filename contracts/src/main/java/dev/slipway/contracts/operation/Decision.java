package dev.slipway.contracts.operation;

import java.util.EnumSet;
import java.util.Set;

/** What a person can decide about an operation that has stopped at a step. */
public enum Decision {
    /** Run the step again, with whatever was mended meanwhile. */
    RETRY,
    /** Undo what the operation has done, step by step. */
    ROLL_BACK,
    /** End the operation here and leave everything as it is. */
    ABANDON,
    /** Go on without the step: what cannot be reached is left behind, and what that is stays in the record. */
    LEAVE_BEHIND;

    private static final Set<Step> REMOVAL = EnumSet.of(Step.RESET_HOSTS, Step.DESTROY_HOSTS);

    /** Returns what can be decided when an operation stopped at this step; what removes things cannot be undone. */
    public static Set<Decision> choices(Step step) {
        if (REMOVAL.contains(step)) {
            return EnumSet.of(RETRY, LEAVE_BEHIND, ABANDON);
        }
        return step == Step.RELEASE ? EnumSet.of(RETRY, ABANDON) : EnumSet.of(RETRY, ROLL_BACK, ABANDON);
    }
}
