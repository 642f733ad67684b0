package dev.slipway.plan.cluster.catalog;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.plan.cluster.ClusterNode;
import org.jspecify.annotations.Nullable;

/** A node as the API shows it. */
public record NodeView(String name, NodeRole role, @Nullable String zone, String address) {
    /** Shows a node. */
    public static NodeView from(ClusterNode node) {
        return new NodeView(node.name(), node.role(), node.zone(), node.address());
    }
}
