package dev.slipway.toolkit.temporal;

import io.temporal.activity.ActivityInterface;

/** Work that only tests do. */
@ActivityInterface
public interface WorkActivities {
    String work(String task);
}
