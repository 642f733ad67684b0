package dev.slipway.contracts.wire;

/** The task queues, one per service that works for Temporal. */
public final class TaskQueues {
    /** Polled by plan-service: lifecycle workflows, their activities and the journal. */
    public static final String LIFECYCLE = "lifecycle";

    /** Polled by provisioning-worker. */
    public static final String PROVISIONING = "provisioning";

    /** Polled by install-worker. */
    public static final String INSTALLATION = "installation";

    private TaskQueues() {}
}
