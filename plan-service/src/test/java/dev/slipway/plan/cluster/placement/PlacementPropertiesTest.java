package dev.slipway.plan.cluster.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.plan.Samples;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacementPropertiesTest {
    @Test
    void placesEveryNodeOnceWithinTheRoomOfItsZone() {
        Samples.check(random -> {
            var zones = zones(random);
            var nodes = nodes(random, zones);

            assertThat(nodes).extracting(PlacedNode::name).doesNotHaveDuplicates();
            zones.forEach(zone -> assertThat(nodes)
                    .filteredOn(node -> node.zone().equals(zone.zone()))
                    .hasSizeLessThanOrEqualTo((int) zone.free()));
        });
    }

    @Test
    void spreadsEachRoleEvenlyOverZonesWithRoom() {
        Samples.check(random -> {
            var zones = IntStream.rangeClosed(1, 1 + random.nextInt(4))
                    .mapToObj(number -> new ZoneCapacity("zone-" + number, 100))
                    .toList();
            var nodes = Placement.spread("c", 3, 1 + random.nextInt(20), zones);

            for (var role : NodeRole.values()) {
                var counts = zones.stream()
                        .map(zone -> nodes.stream()
                                .filter(node ->
                                        node.role() == role && node.zone().equals(zone.zone()))
                                .count())
                        .toList();
                assertThat(counts.stream().max(Long::compare).orElseThrow()
                                - counts.stream().min(Long::compare).orElseThrow())
                        .isLessThanOrEqualTo(1);
            }
        });
    }

    @Test
    void fillsTheZonesToTheLastAddress() {
        var zones = List.of(new ZoneCapacity("a", 1), new ZoneCapacity("b", 5));

        var nodes = Placement.spread("c", 3, 3, zones);

        assertThat(nodes.stream().collect(Collectors.groupingBy(PlacedNode::zone, Collectors.counting())))
                .containsEntry("a", 1L)
                .containsEntry("b", 5L);
    }

    @Test
    void balancesTheRolesAgainstEachOther() {
        var zones = List.of(new ZoneCapacity("a", 9), new ZoneCapacity("b", 9));

        assertThat(Placement.spread("demo", 1, 1, zones))
                .containsExactly(
                        new PlacedNode("demo-control-plane-1", NodeRole.CONTROL_PLANE, "a"),
                        new PlacedNode("demo-worker-1", NodeRole.WORKER, "b"));
    }

    @Test
    void refusesWhenTheZonesAreTooSmallTogether() {
        var zones = List.of(new ZoneCapacity("a", 1), new ZoneCapacity("b", 2));

        assertThatExceptionOfType(ZonesTooSmall.class)
                .isThrownBy(() -> Placement.spread("c", 1, 3, zones))
                .withMessage("The cluster needs 4 addresses, but the zones of its plan have only 3 free");
    }

    private static List<ZoneCapacity> zones(Random random) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(5))
                .mapToObj(number -> new ZoneCapacity("zone-" + number, 2 + random.nextInt(6)))
                .toList();
    }

    private static List<PlacedNode> nodes(Random random, List<ZoneCapacity> zones) {
        var free = (int) zones.stream().mapToLong(ZoneCapacity::free).sum();
        return Placement.spread("c", 1, 1 + random.nextInt(free - 1), zones);
    }
}
