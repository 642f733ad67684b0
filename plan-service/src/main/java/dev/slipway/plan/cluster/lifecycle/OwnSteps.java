package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.toolkit.temporal.ActivityProfiles;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import java.time.Duration;

/** How the workflows call plan-service's own steps. */
final class OwnSteps {
    /** Longer than any outage should be: an operation must not stay open because its end could not be written. */
    private static final Duration PATIENCE = Duration.ofHours(12);

    private OwnSteps() {}

    /** For what must be recorded however long the database is away. */
    static ActivityOptions patient() {
        return ActivityOptions.newBuilder(ActivityProfiles.quick())
                .setScheduleToCloseTimeout(PATIENCE)
                .build();
    }

    /** A cancel waits for the transaction that runs: what it wrote must not appear after the operation has ended. */
    static ActivityOptions options() {
        return ActivityOptions.newBuilder(ActivityProfiles.quick())
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .build();
    }
}
