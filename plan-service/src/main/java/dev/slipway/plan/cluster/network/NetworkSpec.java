package dev.slipway.plan.cluster.network;

import dev.slipway.contracts.installation.FlannelBackend;
import dev.slipway.contracts.installation.NetworkSettings;
import dev.slipway.contracts.installation.ProxyMode;
import dev.slipway.plan.ipv4.Subnet;

/** The networks a cluster shall have. */
public record NetworkSpec(
        String podNetwork,
        String serviceNetwork,
        int podsPerNode,
        NetworkAddOn addOn,
        FlannelBackend flannelBackend,
        ProxyMode proxyMode) {
    /** Returns the settings the installation needs, with the node mask worked out. */
    public NetworkSettings toSettings() {
        var mask = new PodSizing(Subnet.of(podNetwork).bits(), podsPerNode).nodeMask();
        return new NetworkSettings(podNetwork, serviceNetwork, mask, podsPerNode, flannelBackend, proxyMode);
    }
}
