package dev.slipway.plan.cluster.placement;

import dev.slipway.contracts.cluster.NodeRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Spreads the nodes of each role over the zones: every next node goes to the zone that has the fewest of its role, then
 * the fewest of all, then the first in the plan's order; full zones are passed over.
 */
public final class Placement {
    private final List<ZoneCapacity> zones;
    private final List<PlacedNode> placed = new ArrayList<>();

    private Placement(List<ZoneCapacity> zones) {
        this.zones = zones;
    }

    /** Returns the nodes of a cluster, control plane nodes first, or throws when the zones are too small together. */
    public static List<PlacedNode> spread(String cluster, int controlPlanes, int workers, List<ZoneCapacity> zones) {
        var free = zones.stream().mapToLong(ZoneCapacity::free).sum();
        if (free < controlPlanes + workers) {
            throw new ZonesTooSmall(controlPlanes + workers, free);
        }
        var placement = new Placement(zones);
        placement.place(cluster + "-control-plane-", NodeRole.CONTROL_PLANE, controlPlanes);
        placement.place(cluster + "-worker-", NodeRole.WORKER, workers);
        return List.copyOf(placement.placed);
    }

    private void place(String prefix, NodeRole role, int count) {
        for (var number = 1; number <= count; number++) {
            placed.add(new PlacedNode(prefix + number, role, next(role)));
        }
    }

    private String next(NodeRole role) {
        var ofRole = tally(role);
        var all = tally(NodeRole.values());
        return zones.stream()
                .filter(zone -> all.getOrDefault(zone.zone(), 0L) < zone.free())
                .min(Comparator.comparingLong((ZoneCapacity zone) -> ofRole.getOrDefault(zone.zone(), 0L))
                        .thenComparingLong(zone -> all.getOrDefault(zone.zone(), 0L)))
                .orElseThrow()
                .zone();
    }

    private Map<String, Long> tally(NodeRole... roles) {
        var counts = new HashMap<String, Long>();
        placed.stream()
                .filter(node -> List.of(roles).contains(node.role()))
                .forEach(node -> counts.merge(node.zone(), 1L, Long::sum));
        return counts;
    }
}
