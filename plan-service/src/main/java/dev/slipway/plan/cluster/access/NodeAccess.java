package dev.slipway.plan.cluster.access;

import dev.slipway.plan.cluster.ClusterNode;
import dev.slipway.plan.cluster.supply.HostLogin;
import org.jspecify.annotations.Nullable;

/** How a worker logs in to a node. */
record NodeAccess(
        String name,
        String address,
        int port,
        String username,
        @Nullable String privateKey,
        @Nullable String password,
        @Nullable String hostKey) {
    static NodeAccess of(ClusterNode node, HostLogin login) {
        return new NodeAccess(
                node.name(),
                node.address(),
                node.port(),
                login.username(),
                login.privateKey(),
                login.password(),
                node.hostKey());
    }

    @Override
    public String toString() {
        return "NodeAccess[" + name + "]";
    }
}
