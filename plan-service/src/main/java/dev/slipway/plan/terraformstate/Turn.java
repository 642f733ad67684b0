package dev.slipway.plan.terraformstate;

import org.jspecify.annotations.Nullable;

/**
 * A try of a step on a state. Temporal gives the steps of a cluster out one after the other, and a step again when its
 * try is lost, so a later turn takes the place of all before it.
 *
 * @param run the activity that does the step; a retry that a person asked for is another one
 * @param attempt attempt of that activity, from 1
 */
record Turn(String run, int attempt) {
    /** Returns the turn a request names, if it does. */
    static @Nullable Turn of(@Nullable String run, @Nullable Integer attempt) {
        return run == null || attempt == null ? null : new Turn(run, attempt);
    }
}
