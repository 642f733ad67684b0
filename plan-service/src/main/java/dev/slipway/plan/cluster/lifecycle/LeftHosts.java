package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.operation.StillThere;
import dev.slipway.plan.cluster.ClusterNode;
import org.jspecify.annotations.Nullable;

/**
 * Hosts of a cluster that a person left behind.
 *
 * @param reason why
 * @param stillThere what the region says of it; nothing when it was not asked, so that all may be there
 */
record LeftHosts(String reason, @Nullable StillThere stillThere) {
    boolean includes(ClusterNode node) {
        return stillThere == null || stillThere.hosts().contains(node.name());
    }
}
