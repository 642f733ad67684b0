package dev.slipway.plan.cluster.reservation;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterNode;
import dev.slipway.plan.cluster.placement.PlacedNode;
import dev.slipway.plan.cluster.placement.Placement;
import dev.slipway.plan.cluster.placement.ZoneCapacity;
import dev.slipway.plan.cluster.placement.ZonesTooSmall;
import dev.slipway.plan.cluster.spec.ClusterSpec;
import dev.slipway.plan.cluster.spec.DeployMode;
import dev.slipway.plan.cluster.spec.HostAssignment;
import dev.slipway.plan.cluster.supply.HostOffer;
import dev.slipway.plan.cluster.supply.Inventory;
import dev.slipway.plan.cluster.supply.PlanOffer;
import dev.slipway.plan.cluster.supply.Unavailable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the nodes for a cluster: registered hosts, or addresses spread over the zones of its plan. */
@Component
class NodeSupply {
    private static final int SSH = 22;

    private final Inventory inventory;

    NodeSupply(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Returns the nodes, control plane nodes first. */
    Mono<List<ClusterNode>> nodes(Cluster cluster) {
        return cluster.spec().deployMode() == DeployMode.MANUAL ? registered(cluster) : planned(cluster);
    }

    private Mono<List<ClusterNode>> registered(Cluster cluster) {
        var assignments = Stream.of(NodeRole.CONTROL_PLANE, NodeRole.WORKER)
                .flatMap(role -> cluster.spec().hosts(role).stream())
                .toList();
        return inventory
                .hosts(assignments.stream().map(HostAssignment::host).toList())
                .collect(Collectors.toMap(HostOffer::name, Function.identity()))
                .map(offers ->
                        assignments.stream().map(wanted -> node(wanted, offers)).toList())
                .delayUntil(nodes -> inventory.claim(cluster.id(), cluster.name(), hosts(nodes)));
    }

    private static List<UUID> hosts(List<ClusterNode> nodes) {
        return nodes.stream()
                .map(ClusterNode::hostId)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static ClusterNode node(HostAssignment wanted, Map<String, HostOffer> offers) {
        var host = offers.get(wanted.host());
        if (host == null) {
            throw new Unavailable("The host %s is no longer registered".formatted(wanted.host()));
        }
        return new ClusterNode(
                host.name(),
                wanted.role(),
                null,
                host.address(),
                host.port(),
                host.profile(),
                host.id(),
                host.hostKey());
    }

    private Mono<List<ClusterNode>> planned(Cluster cluster) {
        return Mono.justOrEmpty(cluster.sources().deployPlan())
                .flatMap(inventory::deployPlan)
                .switchIfEmpty(Mono.error(() -> new Unavailable("The deploy plan of the cluster is gone")))
                .flatMap(offer -> addresses(cluster.id(), offer, spread(cluster.spec(), offer)));
    }

    private static List<PlacedNode> spread(ClusterSpec spec, PlanOffer offer) {
        var zones = offer.zones().stream()
                .map(zone -> new ZoneCapacity(zone.name(), zone.free()))
                .toList();
        try {
            return Placement.spread(spec.name(), spec.deployModel().controlPlanes(), spec.workerCount(), zones);
        } catch (ZonesTooSmall e) {
            throw new Unavailable(requireNonNull(e.getMessage()));
        }
    }

    private Mono<List<ClusterNode>> addresses(UUID cluster, PlanOffer offer, List<PlacedNode> placed) {
        return inventory
                .reserve(cluster, placed)
                .map(addresses -> placed.stream()
                        .map(node -> node(node, offer, requireNonNull(addresses.get(node.name()))))
                        .toList());
    }

    private static ClusterNode node(PlacedNode placed, PlanOffer offer, String address) {
        return new ClusterNode(placed.name(), placed.role(), placed.zone(), address, SSH, offer.profile(), null, null);
    }
}
