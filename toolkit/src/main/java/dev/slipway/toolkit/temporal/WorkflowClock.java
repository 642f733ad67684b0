package dev.slipway.toolkit.temporal;

import io.temporal.workflow.Workflow;
import java.time.Instant;

/** The only clock workflow code may read: it shows the same again when the workflow is replayed. */
public final class WorkflowClock {
    private WorkflowClock() {}

    /** Returns the time of the workflow task that runs. */
    public static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
}
