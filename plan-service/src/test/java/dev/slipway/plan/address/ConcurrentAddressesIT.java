package dev.slipway.plan.address;

import static dev.slipway.plan.InventorySamples.region;
import static dev.slipway.plan.InventorySamples.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.plan.InventoryRequests;
import dev.slipway.plan.resource.ResourceNotFound;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.zone.Zone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Many clusters that take and give back addresses at once, on a real database: never twice, never lost. */
class ConcurrentAddressesIT extends InventoryRequests {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int ROUNDS = 25;
    private static final int CLUSTERS = 8;
    private static final int SIZE = 6;

    private final List<UUID> clusters =
            Stream.generate(UUID::randomUUID).limit(CLUSTERS).toList();
    private List<UUID> zoneIds;

    @Autowired
    AddressReservations reservations;

    @Autowired
    Resources<Zone> zones;

    @BeforeEach
    void prepare() {
        var name = "busy-" + System.nanoTime();
        create("regions", region(name, "172.60.0.0/16"));
        create("zones", zone(name + "-a", name, "172.60.1.1", "172.60.1." + SIZE));
        create("zones", zone(name + "-b", name, "172.60.2.1", "172.60.2." + SIZE));
        zoneIds = zones.named(List.of(name + "-a", name + "-b"))
                .map(Zone::id)
                .collectList()
                .block(LIMIT);
    }

    @Test
    void givesNoAddressTwiceAndLosesNone() {
        var seed = Long.getLong("samples.seed", System.nanoTime());
        for (var round = 0; round < ROUNDS; round++) {
            var random = new Random(seed + round);
            Flux.fromIterable(clusters)
                    .flatMap(cluster ->
                            step(cluster, random.nextInt(), random.nextInt(5)).subscribeOn(Schedulers.parallel()))
                    .blockLast(LIMIT);

            requireEveryAddressOnce("-Dsamples.seed=" + (seed + round));
        }
        Flux.fromIterable(clusters).concatMap(reservations::release).blockLast(LIMIT);

        assertThat(zoneIds)
                .allSatisfy(id -> assertThat(reservations.free(id).block(LIMIT)).isEqualTo(SIZE));
    }

    /** One in five gives everything back; the others ask for one to four nodes in random zones, again and again. */
    private Mono<Void> step(UUID cluster, int order, int nodes) {
        if (nodes == 0) {
            return reservations.release(cluster);
        }
        var places = IntStream.range(0, nodes)
                .mapToObj(node -> new Place("n" + node, zoneIds.get((order >>> node) & 1)))
                .toList();
        return reservations.reserve(cluster, places).then().onErrorResume(TooFewAddresses.class, full -> Mono.empty());
    }

    private void requireEveryAddressOnce(String seed) {
        var given = Flux.fromIterable(clusters)
                .concatMap(reservations::of)
                .map(Reservation::address)
                .collectList()
                .block(LIMIT);
        var free = Flux.fromIterable(zoneIds)
                .concatMap(reservations::free)
                .reduce(0L, Long::sum)
                .block(LIMIT);

        assertThat(given).as(seed).doesNotHaveDuplicates();
        assertThat(given.size() + free).as(seed).isEqualTo(2L * SIZE);
    }

    @Test
    void givesNothingForAZoneThatIsGone() {
        var places = List.of(new Place("a", zoneIds.getFirst()), new Place("b", UUID.randomUUID()));

        assertThatThrownBy(
                        () -> reservations.reserve(clusters.getFirst(), places).block(LIMIT))
                .isInstanceOf(ResourceNotFound.class);

        assertThat(reservations.of(clusters.getFirst()).collectList().block(LIMIT))
                .isEmpty();
    }

    @Test
    void leavesTheAddressOfANodeToTheNode() {
        var given = reservations
                .reserve(clusters.getFirst(), List.of(new Place("worker-1", zoneIds.getFirst())))
                .block(LIMIT)
                .getFirst()
                .address();

        assertThat(errors("hosts", Map.of("name", "mine", "address", given, "credential", "none")))
                .extracting("message")
                .contains("is that of node worker-1; give the address of another machine");
        reservations.release(clusters.getFirst()).block(LIMIT);
    }
}
