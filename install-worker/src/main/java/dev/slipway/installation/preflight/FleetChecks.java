package dev.slipway.installation.preflight;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.FlannelBackend;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.NodeTarget;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges hosts against each other and against the worker: identities, clocks and subnets. */
final class FleetChecks {
    private final Requirements requirements;
    private final Map<NodeTarget, HostFacts> hosts;

    FleetChecks(Requirements requirements, Map<NodeTarget, HostFacts> hosts) {
        this.requirements = requirements;
        this.hosts = hosts;
    }

    Stream<Finding> findings() {
        return Stream.of(
                        shared("hostname", "host name", everyone(), "give each host its own name"),
                        shared("machine-id", "machine id", everyone(), "make a new one: systemd-machine-id-setup"),
                        shared("product-uuid", "product UUID", machines(), "give each machine its own UUID"),
                        aheadOfWorker(),
                        apart(),
                        beyondRoutes())
                .flatMap(found -> found);
    }

    private List<NodeTarget> everyone() {
        return List.copyOf(hosts.keySet());
    }

    /** Container hosts all show the UUID of the machine they run on. */
    private List<NodeTarget> machines() {
        return hosts.keySet().stream()
                .filter(node -> node.profile() != HostProfile.CONTAINER)
                .toList();
    }

    private Stream<Finding> shared(String fact, String check, List<NodeTarget> nodes, String advice) {
        Map<String, List<String>> owners = nodes.stream()
                .filter(node -> facts(node).knows(fact))
                .collect(Collectors.groupingBy(
                        node -> facts(node).text(fact).toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.mapping(NodeTarget::name, Collectors.toList())));
        return owners.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .flatMap(entry -> entry.getValue().stream()
                        .map(host -> Finding.error(
                                host,
                                check,
                                "%s is shared by %s".formatted(entry.getKey(), String.join(", ", entry.getValue())),
                                advice)));
    }

    private Stream<Finding> aheadOfWorker() {
        return hosts.keySet().stream()
                .filter(node -> Math.abs(facts(node).skewSeconds()) > maximumSkew())
                .map(node -> clock(
                        node,
                        "the clock is %+.0f s from the worker's"
                                .formatted(facts(node).skewSeconds())));
    }

    /** Hosts may each be near enough to the worker and still too far from each other. */
    private Stream<Finding> apart() {
        List<NodeTarget> near = hosts.keySet().stream()
                .filter(node -> Math.abs(facts(node).skewSeconds()) <= maximumSkew())
                .toList();
        var skews = near.stream().mapToDouble(node -> facts(node).skewSeconds()).summaryStatistics();
        if (near.isEmpty() || skews.getMax() - skews.getMin() <= maximumSkew()) {
            return Stream.empty();
        }
        return near.stream()
                .filter(node -> isExtreme(facts(node).skewSeconds(), skews.getMin(), skews.getMax()))
                .map(node ->
                        clock(node, "the hosts' clocks are %.0f s apart".formatted(skews.getMax() - skews.getMin())));
    }

    /** Without encapsulation each host sends packets of pods straight to the others. */
    private Stream<Finding> beyondRoutes() {
        if (requirements.installation().network().flannelBackend() != FlannelBackend.HOST_GW) {
            return Stream.empty();
        }
        return hosts.keySet().stream()
                .flatMap(node -> facts(node).subnetOf(node.address()).stream().flatMap(subnet -> beyond(node, subnet)));
    }

    private Stream<Finding> beyond(NodeTarget node, Subnet subnet) {
        String others = hosts.keySet().stream()
                .filter(other -> !subnet.contains(other.address()))
                .map(NodeTarget::name)
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.error(
                        node.name(),
                        "subnet",
                        "flannel's backend host-gw needs all hosts in one subnet, and elsewhere are " + others,
                        "choose the backend vxlan, or hosts of one subnet"));
    }

    private static boolean isExtreme(double skew, double least, double most) {
        return skew <= least || skew >= most;
    }

    private static Finding clock(NodeTarget node, String message) {
        return Finding.error(node.name(), "clock", message, "set the clock, and let a time service keep it")
                .named(FailureType.CLOCK_WRONG);
    }

    private double maximumSkew() {
        return requirements.limits().maximumSkew().toMillis() / 1000.0;
    }

    private HostFacts facts(NodeTarget node) {
        return Objects.requireNonNull(hosts.get(node));
    }
}
