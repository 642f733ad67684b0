package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.failure.FailureType;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.Arrays;

/** The ways an activity may be called; named where a stub is declared, so that a reader sees the policy. */
public final class ActivityProfiles {
    private static final Duration QUICK = Duration.ofSeconds(30);
    private static final int QUICK_TRIES = 60;
    private static final Duration LONG = Duration.ofHours(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(30);
    private static final Duration PROBE = Duration.ofMinutes(1);
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(15);
    private static final int WITHOUT_END = 0;
    private static final int PROBE_TRIES = 120;

    private ActivityProfiles() {}

    /**
     * Database, HTTP, status writes: seconds, tried again for half an hour. It is tries that are counted, and only a
     * worker that runs makes one: no night in which nothing runs, and no server that is away, ends an operation.
     */
    public static ActivityOptions quick() {
        return quick(QUICK_TRIES);
    }

    private static ActivityOptions quick(int tries) {
        return ActivityOptions.newBuilder()
                .setStartToCloseTimeout(QUICK)
                .setRetryOptions(retries()
                        .setMaximumInterval(LONG_PAUSE)
                        .setMaximumAttempts(tries)
                        .build())
                .build();
    }

    /** The same on another service's queue. */
    public static ActivityOptions quick(String taskQueue) {
        return on(taskQueue, quick());
    }

    /** As quick as that, but tried until it succeeds: what must be written down. */
    public static ActivityOptions patient() {
        return quick(WITHOUT_END);
    }

    /** The same on another service's queue. */
    public static ActivityOptions patient(String taskQueue) {
        return on(taskQueue, patient());
    }

    /**
     * Programs that run for minutes to hours: heartbeats, and a cancel waits until the program is gone. How often a
     * failure, or the loss of the worker, is tried again is the activity's to say, by {@link FailedTries}.
     */
    public static ActivityOptions longRunning() {
        return ActivityOptions.newBuilder()
                .setStartToCloseTimeout(LONG)
                .setHeartbeatTimeout(HEARTBEAT)
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setRetryOptions(retries().setMaximumInterval(LONG_PAUSE).build())
                .build();
    }

    /** The same on another service's queue. */
    public static ActivityOptions longRunning(String taskQueue) {
        return on(taskQueue, longRunning());
    }

    /** "Is it ready yet": asks by retries, which leave nothing in the history, for half an hour of its worker. */
    public static ActivityOptions probe() {
        return ActivityOptions.newBuilder()
                .setStartToCloseTimeout(PROBE)
                .setRetryOptions(retries()
                        .setInitialInterval(PROBE_INTERVAL)
                        .setBackoffCoefficient(1)
                        .setMaximumAttempts(PROBE_TRIES)
                        .build())
                .build();
    }

    /** The same on another service's queue. */
    public static ActivityOptions probe(String taskQueue) {
        return on(taskQueue, probe());
    }

    private static ActivityOptions on(String taskQueue, ActivityOptions options) {
        return ActivityOptions.newBuilder(options).setTaskQueue(taskQueue).build();
    }

    private static RetryOptions.Builder retries() {
        return RetryOptions.newBuilder().setDoNotRetry(permanentFailures());
    }

    private static String[] permanentFailures() {
        return Arrays.stream(FailureType.values())
                .filter(type -> !type.retryable())
                .map(FailureType::name)
                .toArray(String[]::new);
    }
}
