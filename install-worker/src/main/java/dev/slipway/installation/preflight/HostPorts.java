package dev.slipway.installation.preflight;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.installation.FlannelBackend;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NodeTarget;
import java.util.Set;
import java.util.TreeSet;

/** The ports that what is installed takes on a host's own network. */
final class HostPorts {
    private static final int VXLAN = 8472;
    private static final int API_LOAD_BALANCER = 8443;

    /** In order: flannel's health, the kubelet's, kube-proxy's metrics, the kubelet, kube-proxy's health. */
    private static final Set<Integer> EVERY_NODE = Set.of(10247, 10248, 10249, 10250, 10256);

    /** In order: etcd for clients, for its members and its metrics, controller manager, scheduler. */
    private static final Set<Integer> CONTROL_PLANE = Set.of(2379, 2380, 2381, 10257, 10259);

    private final InstallationRequest installation;
    private final NodeTarget node;

    HostPorts(InstallationRequest installation, NodeTarget node) {
        this.installation = installation;
        this.node = node;
    }

    Set<Integer> tcp() {
        var ports = new TreeSet<>(EVERY_NODE);
        if (node.role() == NodeRole.CONTROL_PLANE) {
            ports.addAll(CONTROL_PLANE);
            ports.add(installation.apiPort());
        }
        if (isHighlyAvailable()) {
            ports.add(API_LOAD_BALANCER);
        }
        return ports;
    }

    /** Then every node has a load balancer of its own, as group_vars/all.yml of the playbooks says. */
    private boolean isHighlyAvailable() {
        return installation.nodes().stream()
                        .filter(other -> other.role() == NodeRole.CONTROL_PLANE)
                        .count()
                > 1;
    }

    /** Returns those that other nodes and users of the cluster come to, as a firewall is told them. */
    String reachable() {
        String api = node.role() == NodeRole.CONTROL_PLANE ? installation.apiPort() + ", 2379-2380, " : "";
        String pods = udp().isEmpty() ? "" : " and UDP " + VXLAN;
        return "TCP %s10250, 30000-32767%s".formatted(api, pods);
    }

    Set<Integer> udp() {
        return installation.network().flannelBackend() == FlannelBackend.VXLAN ? Set.of(VXLAN) : Set.of();
    }
}
