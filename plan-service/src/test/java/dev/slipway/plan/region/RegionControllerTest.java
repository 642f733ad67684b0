package dev.slipway.plan.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.endpoint.KindClient;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.reference.Reference;
import dev.slipway.plan.resource.InMemoryResources;
import dev.slipway.plan.validation.RequestRules;
import jakarta.validation.Validation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RegionControllerTest {
    private final InMemoryResources<Region> regions = new InMemoryResources<>("region");
    private final List<String> objections = new ArrayList<>();
    private final List<Reference> users = new ArrayList<>();
    private final KindClient client = new KindClient(controller(), "regions");

    private RegionController controller() {
        RegionResidents residents = (present, changed, findings) -> Mono.fromRunnable(
                () -> objections.forEach(objection -> findings.add("containerHosts.subnet", objection)));
        var changes = new RegionChanges(
                regions,
                new RequestRules(Validation.buildDefaultValidatorFactory().getValidator()),
                List.of(residents),
                new DeletionGuard(List.of(id -> Flux.fromIterable(users))),
                Clock.systemUTC());
        return new RegionController(regions, changes);
    }

    @Test
    void keepsTheSettingsOfItsKind() {
        var made = client.post(region("here", "172.30.0.0/16"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(client.get(made.id()).field("containerHosts"))
                .isEqualTo(Map.of("network", "slipway", "subnet", "172.30.0.0/16", "image", "slipway/host"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"172.30.0.0/7", "172.30.0.0/29", "172.30.0.1/16", "172.30.0.0", "nonsense", "fd00::/16", ""})
    void wantsANetworkOfAUsefulSize(String subnet) {
        assertThat(client.post(region("here", subnet)).violations())
                .containsExactly("containerHosts.subnet: must be an IPv4 network in CIDR form, from /8 to /28,"
                        + " as 172.30.0.0/16");
    }

    @Test
    void tellsEverythingThatIsWrong() {
        assertThat(client.post(Map.of(
                                "name",
                                "here-",
                                "kind",
                                "CONTAINER_HOSTS",
                                "containerHosts",
                                Map.of("network", "no network!", "subnet", "x", "image", "No Image")))
                        .violations())
                .containsExactlyInAnyOrder(
                        "name: must be of lower case letters, digits and '-', and begin and end with a letter or digit",
                        "containerHosts.network: must be the name of a Docker network",
                        "containerHosts.image: must be the name of an image",
                        "containerHosts.subnet: must be an IPv4 network in CIDR form, from /8 to /28, as 172.30.0.0/16");
        assertThat(client.post(Map.of("name", "here", "kind", "CONTAINER_HOSTS"))
                        .violations())
                .containsExactly("containerHosts: is missing: a region of the kind CONTAINER_HOSTS needs it");
    }

    @Test
    void asksWhoLivesThereBeforeItChanges() {
        var id = client.post(region("here", "172.30.0.0/16")).id();
        objections.add("is needed as it is");

        assertThat(client.put(id, region("here", "172.31.0.0/16")).violations())
                .containsExactly("containerHosts.subnet: is needed as it is");

        objections.clear();
        assertThat(client.put(id, region("there", "172.31.0.0/16")).field("name"))
                .isEqualTo("there");
        assertThat(regions.get(id).block().subnet()).hasToString("172.31.0.0/16");
    }

    @Test
    void deletesWhatNobodyUses() {
        var id = client.post(region("here", "172.30.0.0/16")).id();
        users.add(new Reference("zone", "a"));
        assertThat(client.delete(id).detail())
                .isEqualTo("The region here is used by zone a; change or delete that first.");

        users.clear();
        assertThat(client.delete(id).status()).isEqualTo(204);
    }

    private static Map<String, Object> region(String name, String subnet) {
        return Map.of(
                "name",
                name,
                "kind",
                "CONTAINER_HOSTS",
                "containerHosts",
                Map.of("network", "slipway", "subnet", subnet, "image", "slipway/host"));
    }
}
