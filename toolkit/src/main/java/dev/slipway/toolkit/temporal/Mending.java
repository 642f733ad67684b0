package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.failure.FailureType;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;

/** What a retry of a removal takes from a person who mended something meanwhile. For workflow code. */
public final class Mending {
    /** Marks histories in which a retry of a removal asks for its request. */
    static final String MENDED_REMOVAL = "mended-removal";

    private Mending() {}

    /**
     * Makes the request of a removal anew where that is possible: what was made has to go, and a retry with the request
     * as it was is better than none.
     */
    public static Functions.Proc ifPossible(Functions.Proc refresh) {
        return () -> {
            if (Workflow.getVersion(MENDED_REMOVAL, Workflow.DEFAULT_VERSION, 1) == 1) {
                refresh(refresh);
            }
        };
    }

    private static void refresh(Functions.Proc refresh) {
        try {
            refresh.apply();
        } catch (ActivityFailure failure) {
            if (Failures.from(failure).type() == FailureType.CANCELED) {
                throw failure;
            }
        }
    }
}
