package dev.slipway.toolkit.planservice;

import java.util.List;

/** How to reach every node of a cluster. */
public record ClusterAccess(List<NodeAccess> nodes) {
    /** Copies the nodes. */
    public ClusterAccess {
        nodes = List.copyOf(nodes);
    }
}
