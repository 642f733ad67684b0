package dev.slipway.plan.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A named thing people register; each change raises its version. */
public interface Resource {
    /** Returns its identity, which never changes. */
    UUID id();

    /** Returns the name people refer to it by. */
    String name();

    /** Returns when it was registered. */
    Instant createdAt();

    /** Returns how often it was changed, or null before it is stored. */
    @Nullable
    Long version();

    /** Returns the present time as exactly as the database keeps it. */
    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
