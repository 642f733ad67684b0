package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.toolkit.temporal.ActivityProfiles;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;

/** How the workflows call plan-service's own steps. */
final class OwnSteps {
    private OwnSteps() {}

    /** A cancel waits for the transaction that runs: what it wrote must not appear after the operation has ended. */
    static ActivityOptions options() {
        return ActivityOptions.newBuilder(ActivityProfiles.quick())
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .build();
    }
}
