package dev.slipway.plan.cluster.network;

import dev.slipway.contracts.installation.FlannelBackend;
import dev.slipway.contracts.installation.NetworkSettings;
import dev.slipway.contracts.installation.ProxyMode;

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
        var cidr = Cidr.parse(podNetwork);
        if (cidr == null) {
            throw new IllegalStateException("The stored pod network is no network");
        }
        var mask = new PodSizing(cidr.prefix(), podsPerNode).nodeMask();
        return new NetworkSettings(podNetwork, serviceNetwork, mask, podsPerNode, flannelBackend, proxyMode);
    }
}
