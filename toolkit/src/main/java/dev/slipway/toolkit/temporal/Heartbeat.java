package dev.slipway.toolkit.temporal;

import dev.slipway.toolkit.process.StopCheck;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityWorkerShutdownException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Beats at every check. A cancel stops at once; a worker that leaves first lets short work finish. */
final class Heartbeat implements StopCheck {
    private final ActivityExecutionContext context;
    private final Duration drain;
    private final Clock clock;
    private @Nullable Instant leaveAt;

    Heartbeat(ActivityExecutionContext context, Duration drain, Clock clock) {
        this.context = context;
        this.drain = drain;
        this.clock = clock;
    }

    @Override
    public void check() {
        try {
            FailedTries.beat(context);
        } catch (ActivityWorkerShutdownException e) {
            if (!clock.instant().isBefore(deadline())) {
                throw e;
            }
        }
    }

    private Instant deadline() {
        if (leaveAt == null) {
            leaveAt = clock.instant().plus(drain);
        }
        return leaveAt;
    }
}
