package dev.slipway.provisioning;

import dev.slipway.toolkit.temporal.ActivityProfiles;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.Objects;

/** The probe for a host that was just started: it answers after seconds, so it is asked every second. */
final class FirstAnswer {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int TRIES = 180;

    private FirstAnswer() {}

    static ActivityOptions options() {
        var probe = ActivityProfiles.probe();
        var retries = RetryOptions.newBuilder(Objects.requireNonNull(probe.getRetryOptions()))
                .setInitialInterval(INTERVAL)
                .setMaximumAttempts(TRIES)
                .build();
        return ActivityOptions.newBuilder(probe).setRetryOptions(retries).build();
    }
}
