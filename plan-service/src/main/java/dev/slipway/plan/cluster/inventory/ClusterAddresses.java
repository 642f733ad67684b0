package dev.slipway.plan.cluster.inventory;

import dev.slipway.plan.address.AddressReservations;
import dev.slipway.plan.address.Place;
import dev.slipway.plan.address.Reservation;
import dev.slipway.plan.cluster.placement.PlacedNode;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.zone.Zone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The addresses that clusters have of zones, which they know by name only. */
@Component
class ClusterAddresses {
    private final Resources<Zone> zones;
    private final AddressReservations addresses;

    ClusterAddresses(Resources<Zone> zones, AddressReservations addresses) {
        this.zones = zones;
        this.addresses = addresses;
    }

    Mono<Map<String, String>> reserve(UUID cluster, List<PlacedNode> nodes) {
        var names = nodes.stream().map(PlacedNode::zone).distinct().toList();
        return zones.named(names)
                .collectMap(Zone::name, Zone::id)
                .map(ids -> nodes.stream()
                        .map(node -> new Place(node.name(), ids.getOrDefault(node.zone(), new UUID(0, 0))))
                        .toList())
                .flatMap(places -> addresses.reserve(cluster, places))
                .flatMapIterable(reserved -> reserved)
                .collectMap(Reservation::host, Reservation::address);
    }

    Mono<Void> lock(UUID cluster, String clusterName, String reason, Set<String> hosts) {
        return addresses.lock(cluster, clusterName, reason, hosts);
    }

    Mono<Void> release(UUID cluster) {
        return addresses.release(cluster);
    }
}
