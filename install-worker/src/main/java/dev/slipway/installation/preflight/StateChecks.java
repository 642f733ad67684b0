package dev.slipway.installation.preflight;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.FlannelBackend;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NodeTarget;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Judges what is already on a host: ports, an earlier cluster, the way to the package. */
final class StateChecks {
    private static final int VXLAN_PORT = 8472;
    private static final int API_LOAD_BALANCER_PORT = 8443;
    private static final Set<Integer> EVERY_NODE = Set.of(10248, 10249, 10250, 10256);
    private static final Set<Integer> CONTROL_PLANE = Set.of(2379, 2380, 2381, 10257, 10259);

    private final Requirements requirements;
    private final NodeTarget node;
    private final HostFacts facts;

    StateChecks(Requirements requirements, NodeTarget node, HostFacts facts) {
        this.requirements = requirements;
        this.node = node;
        this.facts = facts;
    }

    Stream<Finding> findings() {
        // A host this very cluster was being installed on carries its mark, and all of this is its own.
        Stream<Finding> state =
                carriesOwnMark() ? Stream.empty() : Stream.concat(new Remains(node, facts).findings(), ports());
        return Stream.concat(state, offlinePackage());
    }

    private boolean carriesOwnMark() {
        return facts.text("mark").equals(installation().operation().clusterId());
    }

    private Stream<Finding> ports() {
        return Stream.concat(taken("tcp", tcpPorts()), taken("udp", udpPorts()));
    }

    private Stream<Finding> taken(String protocol, Set<Integer> needed) {
        Set<Integer> used = facts.ports(protocol);
        return needed.stream()
                .filter(used::contains)
                .map(port -> Finding.error(
                        node.name(),
                        "port",
                        "%s port %d is in use".formatted(protocol.toUpperCase(Locale.ROOT), port),
                        "stop what listens there"));
    }

    private Set<Integer> tcpPorts() {
        var ports = new TreeSet<>(EVERY_NODE);
        if (node.role() == NodeRole.CONTROL_PLANE) {
            ports.addAll(CONTROL_PLANE);
            ports.add(installation().apiPort());
        }
        if (isHighlyAvailable()) {
            ports.add(API_LOAD_BALANCER_PORT);
        }
        return ports;
    }

    /** Then every node has a load balancer of its own, as group_vars/all.yml of the playbooks says. */
    private boolean isHighlyAvailable() {
        return installation().nodes().stream()
                        .filter(other -> other.role() == NodeRole.CONTROL_PLANE)
                        .count()
                > 1;
    }

    private Set<Integer> udpPorts() {
        return installation().network().flannelBackend() == FlannelBackend.VXLAN ? Set.of(VXLAN_PORT) : Set.of();
    }

    private Stream<Finding> offlinePackage() {
        String url = installation().packageUrl();
        if (facts.is("package")) {
            return Stream.empty();
        }
        return facts.knows("package")
                ? Stream.of(Finding.error(
                                node.name(),
                                "package",
                                "the package at %s does not answer this host".formatted(url),
                                "open the way from the host to the package")
                        .named(FailureType.PACKAGE_UNREACHABLE))
                : Stream.of(Finding.warning(
                        node.name(),
                        "package",
                        "bash or timeout is missing, so the way to the package was not tried",
                        "see that the host reaches " + url));
    }

    private InstallationRequest installation() {
        return requirements.installation();
    }
}
