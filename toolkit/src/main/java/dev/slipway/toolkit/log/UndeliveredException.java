package dev.slipway.toolkit.log;

import org.jspecify.annotations.Nullable;

/** Tells that plan-service did not take the log of an attempt, whose work may have been done all the same. */
public final class UndeliveredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndeliveredException(@Nullable RuntimeException cause) {
        super("plan-service did not take the log of this step; see whether it runs, then retry the step", cause);
    }
}
