package dev.slipway.plan.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.plan.RunningPlanService;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.zone.Zone;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

class AddressIT extends RunningPlanService {
    private static int regions = 60;
    private final String subnet = "172." + ++regions + ".";
    private final UUID cluster = UUID.randomUUID();
    private UUID zone;

    @Autowired
    AddressReservations reservations;

    @Autowired
    Resources<Zone> zones;

    @BeforeEach
    void prepare() {
        var name = "r" + regions;
        post(
                "regions",
                Map.of(
                        "name",
                        name,
                        "kind",
                        "CONTAINER_HOSTS",
                        "containerHosts",
                        Map.of("network", "x", "subnet", subnet + "0.0/16", "image", "x")));
        post("zones", zone(name, subnet + "1.1", subnet + "1.5"));
        post("credentials", Map.of("name", name, "username", "root", "password", "x"));
        post("hosts", Map.of("name", name, "address", subnet + "1.2", "credential", name));
        zone = zones.named(name + "-a").map(Zone::id).block();
    }

    @Test
    void givesEachHostAnAddressNobodyHasAndTakesItBack() {
        var places = List.of(new Place("a", zone), new Place("b", zone));

        var given = reservations.reserve(cluster, places).block();

        assertThat(given)
                .containsExactly(
                        new Reservation("a", zone, subnet + "1.1"), new Reservation("b", zone, subnet + "1.3"));
        assertThat(reservations.reserve(cluster, places).block()).isEqualTo(given);
        assertThat(reservations.free(zone).block()).isEqualTo(2);
        reservations.release(cluster).block();
        assertThat(reservations.free(zone).block()).isEqualTo(4);
        assertThat(reservations.of(cluster).collectList().block()).isEmpty();
    }

    @Test
    void givesAllOrNothing() {
        var places = IntStream.range(0, 5)
                .mapToObj(number -> new Place("n" + number, zone))
                .toList();

        assertThatThrownBy(() -> reservations.reserve(cluster, places).block())
                .isInstanceOf(TooFewAddresses.class)
                .hasMessageContaining("4 free addresses and 5 are needed");

        assertThat(reservations.of(cluster).collectList().block()).isEmpty();
    }

    @Test
    void givesNoAddressTwiceWhenManyAskAtOnce() {
        var given = Flux.range(0, 4)
                .flatMap(number -> reservations.reserve(UUID.randomUUID(), List.of(new Place("n", zone))))
                .flatMapIterable(list -> list)
                .map(Reservation::address)
                .collectList()
                .block();

        assertThat(given).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void keepsAZoneWhoseAddressesAreGiven() {
        reservations.reserve(cluster, List.of(new Place("a", zone))).block();
        var name = "r" + regions;

        user().delete()
                .uri("/api/v1/zones/" + zone)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The zone " + name + "-a is used by node a; change or delete that first.");
        user().put()
                .uri("/api/v1/zones/" + zone)
                .bodyValue(zone(name, subnet + "1.3", subnet + "1.9"))
                .exchange()
                .expectStatus()
                .isBadRequest();
        user().put()
                .uri("/api/v1/zones/" + zone)
                .bodyValue(zone(name, subnet + "1.1", subnet + "1.9"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static Map<String, Object> zone(String region, String first, String last) {
        return Map.of("name", region + "-a", "region", region, "addressRange", Map.of("first", first, "last", last));
    }

    private void post(String collection, Map<String, Object> body) {
        user().post()
                .uri("/api/v1/" + collection)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated();
    }
}
