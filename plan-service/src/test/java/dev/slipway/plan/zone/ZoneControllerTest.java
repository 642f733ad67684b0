package dev.slipway.plan.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.provisioning.RegionKind;
import dev.slipway.plan.endpoint.KindClient;
import dev.slipway.plan.ipv4.AddressBook;
import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.reference.Reference;
import dev.slipway.plan.region.ContainerHostSettings;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.resource.InMemoryResources;
import dev.slipway.plan.validation.Findings;
import dev.slipway.plan.validation.RequestRules;
import jakarta.validation.Validation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ZoneControllerTest {
    private final InMemoryResources<Zone> zones = new InMemoryResources<>("zone");
    private final InMemoryResources<Region> regions = new InMemoryResources<>("region");
    private final List<AddressUse> uses = new ArrayList<>();
    private final List<Ipv4> given = new ArrayList<>();
    private final List<Reference> users = new ArrayList<>();
    private final KindClient client = new KindClient(controller(), "zones");

    private ZoneController controller() {
        var rules = new ZoneRules(
                new RequestRules(Validation.buildDefaultValidatorFactory().getValidator()),
                regions,
                zones,
                new AddressBook(List.of(() -> Flux.fromIterable(uses))),
                List.of(id -> Flux.fromIterable(given)));
        var guard = new DeletionGuard(List.of(id -> Flux.fromIterable(users)));
        return new ZoneController(
                zones,
                new ZoneChanges(zones, rules, guard, Clock.systemUTC()),
                new ZoneViews(regions, zone -> Mono.just(new ZoneAddresses(7, 2, 1))));
    }

    @BeforeEach
    void prepare() {
        region("here", "172.30.0.0/16");
        region("there", "172.31.0.0/16");
    }

    @Test
    void showsAZoneWithItsRegion() {
        var made = client.post(zone("a", "here", "172.30.1.1", "172.30.1.9"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.field("region")).isEqualTo("here");
        assertThat(made.field("addressRange")).isEqualTo(Map.of("first", "172.30.1.1", "last", "172.30.1.9"));
        assertThat(made.field("addresses")).isEqualTo(Map.of("free", 7, "used", 2, "locked", 1));
    }

    @Test
    void tellsEverythingThatIsWrongWithARange() {
        client.post(zone("a", "here", "172.30.1.1", "172.30.1.9"));
        uses.add(new AddressUse(AddressUse.Kind.OFFLINE_PACKAGE, "offline package p", Ipv4.of("172.30.1.20")));

        assertThat(client.post(zone("b", "here", "172.30.1.5", "172.30.1.30")).violations())
                .containsExactly(
                        "addressRange: overlaps zone a, which has 172.30.1.1 to 172.30.1.9; choose addresses outside of those",
                        "addressRange: must not contain 172.30.1.20, which is of offline package p;"
                                + " end the range before it or begin it after it");
        assertThat(client.post(zone("b", "here", "172.30.1.9", "172.30.1.1")).violations())
                .containsExactly("addressRange.last: must not be before the first address");
        assertThat(client.post(zone("b", "nowhere", "one", "two")).violations())
                .containsExactly(
                        "addressRange.first: must be an IPv4 address",
                        "addressRange.last: must be an IPv4 address",
                        "region: there is no region named nowhere; register it first, or name another");
        assertThat(client.post(zone("b", "there", "172.30.2.1", "172.30.2.9")).violations())
                .containsExactly("addressRange: must be inside 172.31.0.0/16, the network of region there");
    }

    @Test
    void mayGrowButKeepsTheAddressesThatNodesHave() {
        var id = client.post(zone("a", "here", "172.30.1.1", "172.30.1.9")).id();
        given.add(Ipv4.of("172.30.1.2"));

        assertThat(client.put(id, zone("a", "here", "172.30.1.1", "172.30.1.99"))
                        .status())
                .isEqualTo(200);
        assertThat(client.put(id, zone("a", "here", "172.30.1.3", "172.30.1.99"))
                        .violations())
                .containsExactly("addressRange: must contain 172.30.1.2, which a node has");
        assertThat(client.put(id, zone("a", "there", "172.31.1.1", "172.31.1.9"))
                        .violations())
                .containsExactly(
                        "addressRange: must contain 172.30.1.2, which a node has",
                        "region: must stay as it is while nodes have addresses of the zone");
    }

    @Test
    void movesToAnotherRegionWhileItIsEmpty() {
        var id = client.post(zone("a", "here", "172.30.1.1", "172.30.1.9")).id();

        assertThat(client.put(id, zone("a", "there", "172.31.1.1", "172.31.1.9"))
                        .field("region"))
                .isEqualTo("there");
    }

    @Test
    void deletesWhatNobodyUses() {
        var id = client.post(zone("a", "here", "172.30.1.1", "172.30.1.9")).id();
        users.add(new Reference("deploy plan", "small"));
        assertThat(client.delete(id).detail()).contains("is used by deploy plan small");

        users.clear();
        assertThat(client.delete(id).status()).isEqualTo(204);
    }

    @Test
    void keepsTheNetworkOfItsRegionWideEnough() {
        client.post(zone("a", "here", "172.30.1.1", "172.30.1.9"));
        var present = regions.named("here").block();
        var findings = new Findings();

        new ZonesOfRegion(zones)
                .consider(present, changed(present, "172.30.0.0/24"), findings)
                .block();

        assertThat(findings.all())
                .extracting(found -> found.field() + ": " + found.message())
                .containsExactly(
                        "containerHosts.subnet: must have room for zone a, which has 172.30.1.1 to 172.30.1.9");
        assertThat(new ZonesOfRegion(zones).to(present.id()).collectList().block())
                .containsExactly(new Reference("zone", "a"));
    }

    private static Region changed(Region present, String subnet) {
        return new Region(
                present.id(), present.name(), present.kind(), settings(subnet), present.createdAt(), present.version());
    }

    private void region(String name, String subnet) {
        regions.save(new Region(
                        UUID.randomUUID(), name, RegionKind.CONTAINER_HOSTS, settings(subnet), Instant.EPOCH, null))
                .block();
    }

    private static ContainerHostSettings settings(String subnet) {
        return new ContainerHostSettings("slipway", subnet, "slipway/container-host");
    }

    private static Map<String, Object> zone(String name, String region, String first, String last) {
        return Map.of("name", name, "region", region, "addressRange", Map.of("first", first, "last", last));
    }
}
