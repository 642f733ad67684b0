package dev.slipway.toolkit.temporal;

import io.temporal.worker.WorkerOptions;
import java.time.Duration;

/**
 * How long workflow code may keep its thread before it counts as stuck. The SDK's second is too short for a machine
 * whose processors are all busy: the time until a thread gets a processor counts too, and a workflow task that is given
 * up for it is only done again.
 */
public final class WorkflowThreads {
    private static final Duration STUCK_AFTER = Duration.ofSeconds(5);

    private WorkflowThreads() {}

    /** Returns the options, patient with workflows that wait for a processor. */
    public static WorkerOptions.Builder patient(WorkerOptions.Builder options) {
        return options.setDefaultDeadlockDetectionTimeout(STUCK_AFTER.toMillis());
    }
}
