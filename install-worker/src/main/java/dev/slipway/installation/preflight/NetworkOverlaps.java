package dev.slipway.installation.preflight;

import dev.slipway.contracts.installation.NodeTarget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Judges whether addresses of pods and Services are in use where the host is: packets to them would stay in the
 * cluster, so that what has them outside cannot be reached any more, from no node.
 */
final class NetworkOverlaps {
    private static final String CHECK = "network";
    private static final String FOUR_NUMBERS = "\\d{1,3}(\\.\\d{1,3}){3}";

    private final NodeTarget node;
    private final HostFacts facts;
    private final Map<String, String> networks;

    NetworkOverlaps(Requirements requirements, NodeTarget node, HostFacts facts) {
        this.node = node;
        this.facts = facts;
        var network = requirements.installation().network();
        networks = Map.of("a pod network", network.podNetwork(), "a Service network", network.serviceNetwork());
    }

    Stream<Finding> findings() {
        return networks.entrySet().stream().flatMap(network -> of(network.getKey(), network.getValue()));
    }

    private Stream<Finding> of(String kind, String cidr) {
        Subnet network = Subnet.parse(cidr);
        String advice = "create the cluster with %s that is free in the hosts' networks".formatted(kind);
        return Stream.of(onInterfaces(network, advice), nameServers(network, advice), behindRoutes(network, advice))
                .flatMap(found -> found);
    }

    private Stream<Finding> onInterfaces(Subnet network, String advice) {
        return facts.subnets().entrySet().stream()
                .filter(own -> own.getValue().overlaps(network))
                .map(own -> Finding.error(
                        node.name(),
                        CHECK,
                        "%s shares addresses with the host's own network (%s)".formatted(network, own.getKey()),
                        advice));
    }

    private Stream<Finding> nameServers(Subnet network, String advice) {
        return facts.all("nameserver").stream()
                .filter(server -> server.matches(FOUR_NUMBERS) && network.contains(server))
                .map(server -> Finding.error(
                        node.name(), CHECK, "%s has the address of name server %s".formatted(network, server), advice));
    }

    /**
     * What is routed may be in use or not, so it is only said; a route for the whole network is there for the cluster.
     */
    private Stream<Finding> behindRoutes(Subnet network, String advice) {
        List<Subnet> own = List.copyOf(facts.subnets().values());
        return facts.all("route").stream()
                .map(Subnet::ofRoute)
                .filter(route -> !route.isEverything() && !route.equals(network) && !own.contains(route))
                .filter(route -> route.overlaps(network))
                .distinct()
                .map(route -> Finding.warning(
                        node.name(),
                        CHECK,
                        "%s shares addresses with %s, to which the host has a route: what has them there cannot be reached"
                                .formatted(network, route),
                        advice));
    }
}
