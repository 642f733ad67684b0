package dev.slipway.plan.operation.record;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the workers were asked for, as it was written then.
 *
 * @param number counts the orders of the operation; steps say by which one they worked
 * @param provisioning how to make or destroy hosts, when that was asked for
 * @param installation how to make a cluster of the hosts, or to reset them, when that was asked for
 */
record RecordedOrder(
        int number,
        Instant at,
        @Nullable Map<String, Object> provisioning,
        @Nullable Map<String, Object> installation) {}
