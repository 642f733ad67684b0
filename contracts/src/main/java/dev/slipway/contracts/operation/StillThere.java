package dev.slipway.contracts.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the region still has of the hosts that a person left behind.
 *
 * @param hosts names of those that are still there; all of them when the region could not be asked
 * @param things what is still there by the region's own names, so that a person finds it
 * @param doubt why the region could not be asked
 */
public record StillThere(
        List<String> hosts, List<String> things, @Nullable String doubt) {
    /** Copies the lists. */
    public StillThere {
        hosts = List.copyOf(hosts);
        things = List.copyOf(things);
    }
}
