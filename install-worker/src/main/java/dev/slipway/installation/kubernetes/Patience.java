package dev.slipway.installation.kubernetes;

import io.temporal.activity.ActivityExecutionContext;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** How long a new cluster is waited for. */
@Component
final class Patience {
    private final VerificationProperties properties;
    private final Clock clock;

    Patience(VerificationProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Returns how an activity waits. */
    Waiting in(ActivityExecutionContext context) {
        return new Waiting(context, properties, clock);
    }

    /** Returns how long a probe may try, as its pod is told. */
    long seconds() {
        return properties.patience().toSeconds();
    }
}
