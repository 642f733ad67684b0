package dev.slipway.plan.cluster;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.NodeTarget;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A host reserved for a cluster.
 *
 * @param zone the zone, in automatic mode
 * @param hostId the registered host, in manual mode
 * @param hostKey the key pinned at first use
 */
public record ClusterNode(
        String name,
        NodeRole role,
        @Nullable String zone,
        String address,
        int port,
        HostProfile profile,
        @Nullable UUID hostId,
        @Nullable String hostKey) {
    /** Returns how an installation names the node. */
    public NodeTarget toTarget() {
        return new NodeTarget(name, role, address, port, profile);
    }
}
