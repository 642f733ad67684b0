package dev.slipway.plan.host.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.plan.credential.Authentication;
import dev.slipway.plan.credential.Credential;
import dev.slipway.plan.endpoint.KindClient;
import dev.slipway.plan.host.Host;
import dev.slipway.plan.ipv4.AddressBook;
import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.AddressUse.Kind;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.reference.Reference;
import dev.slipway.plan.resource.InMemoryResources;
import dev.slipway.plan.validation.RequestRules;
import jakarta.validation.Validation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class HostControllerTest {
    private static final String KEY = "ssh-ed25519 AAAA";

    private final InMemoryResources<Host> hosts = new InMemoryResources<>("host");
    private final InMemoryResources<Credential> credentials = new InMemoryResources<>("credential");
    private final List<AddressUse> uses = new ArrayList<>();
    private final List<Reference> users = new ArrayList<>();
    private final KindClient client = new KindClient(controller(), "hosts");

    private HostController controller() {
        var rules = new HostRules(
                new RequestRules(Validation.buildDefaultValidatorFactory().getValidator()),
                credentials,
                hosts,
                new AddressBook(List.of(() -> Flux.fromIterable(uses))));
        var guard = new DeletionGuard(List.of(id -> Flux.fromIterable(users)));
        return new HostController(
                hosts, new HostChanges(hosts, rules, guard, Clock.systemUTC()), new HostViews(credentials));
    }

    @BeforeEach
    void login() {
        credentials
                .save(new Credential(UUID.randomUUID(), "login", "root", Authentication.PASSWORD, Instant.EPOCH, null))
                .block();
    }

    @Test
    void takesWhatIsUsualForWhatIsNotSaid() {
        var made = client.post(host("node-1", "10.0.0.1"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.field("port")).isEqualTo(22);
        assertThat(made.field("profile")).isEqualTo("STANDARD");
        assertThat(made.field("credential")).isEqualTo("login");
        assertThat(made.field("cluster")).isNull();
        assertThat(client.list().field("items")).asString().contains("node-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "0.0.0.0", "224.0.0.1", "169.254.1.1", "255.255.255.255", "host", "10.0.0", ""})
    void wantsAnAddressAtWhichItCanBeReached(String address) {
        assertThat(client.post(host("node-1", address)).violations())
                .containsExactly("address: must be an IPv4 address at which the host can be reached");
    }

    @Test
    void saysWhoseAnAddressIs() {
        client.post(host("node-1", "10.0.0.1"));
        uses.add(use(Kind.OFFLINE_PACKAGE, "offline package p", "10.0.0.2"));
        uses.add(use(Kind.PLATFORM, "the platform's own machine", "10.0.0.3"));
        uses.add(use(Kind.NODE, "node w-1", "10.0.0.4"));
        uses.add(use(Kind.HOST, "host other", "10.0.0.5"));

        assertThat(client.post(host("node-2", "10.0.0.1")).violations())
                .containsExactly(
                        "address: is that of host node-1 already; give another address or port, or use that host");
        assertThat(client.post(host("node-2", "10.0.0.2")).violations())
                .containsExactly("address: is that of offline package p; give the address of another machine");
        assertThat(client.post(host("node-2", "10.0.0.3")).violations())
                .containsExactly("address: is that of the platform's own machine; give the address of another machine");
        assertThat(client.post(host("node-2", "10.0.0.4")).violations())
                .containsExactly("address: is that of node w-1; give the address of another machine");
        assertThat(client.post(host("node-2", "10.0.0.5")).status()).isEqualTo(201);
    }

    @Test
    void allowsTwoHostsBehindOneAddressAtDifferentPorts() {
        client.post(host("node-1", "10.0.0.1"));
        var second = new HashMap<>(host("node-2", "10.0.0.1"));
        second.put("port", 2222);

        assertThat(client.post(second).status()).isEqualTo(201);
    }

    @Test
    void tellsEverythingThatIsWrong() {
        assertThat(client.post(Map.of("name", "Node", "address", "x", "port", 70_000, "credential", "nobody"))
                        .violations())
                .containsExactlyInAnyOrder(
                        "name: must be of lower case letters, digits and '-', and begin and end with a letter or digit",
                        "port: must be 1 to 65535",
                        "address: must be an IPv4 address at which the host can be reached",
                        "credential: there is no credential named nobody; register it first, or name another");
    }

    @Test
    void forgetsTheKeyOfAnotherMachine() {
        var id = client.post(host("node-1", "10.0.0.1")).id();
        pin(id);

        assertThat(client.put(id, host("renamed", "10.0.0.1")).field("hostKey"))
                .asString()
                .startsWith("SHA256:");
        assertThat(client.put(id, host("renamed", "10.0.0.9")).field("hostKey")).isNull();
    }

    @Test
    void leavesAHostInUseAsItIs() {
        var id = client.post(host("node-1", "10.0.0.1")).id();
        use(id, "demo");
        users.add(new Reference("cluster", "demo"));

        var renamed = client.put(id, host("renamed", "10.0.0.1"));
        var moved = client.put(id, host("node-1", "10.0.0.7"));

        assertThat(List.of(renamed.status(), moved.status())).containsOnly(409);
        assertThat(moved.detail())
                .isEqualTo("The host node-1 is used by cluster demo: its name, address and profile stay as they are"
                        + " until that cluster is deleted.");
        assertThat(client.put(id, host("node-1", "10.0.0.1")).field("cluster")).isEqualTo("demo");
    }

    @Test
    void leavesAHostAsItIsThatAClusterNamesAndHasNotYet() {
        var id = client.post(host("node-1", "10.0.0.1")).id();
        users.add(new Reference("cluster", "demo"));

        assertThat(client.put(id, host("renamed", "10.0.0.1")).detail()).startsWith("The host node-1 is used by");
        assertThat(client.put(id, host("node-1", "10.0.0.7")).status()).isEqualTo(409);
    }

    @Test
    void deletesWhatNobodyUses() {
        var id = client.post(host("node-1", "10.0.0.1")).id();
        users.add(new Reference("cluster", "demo"));
        assertThat(client.delete(id).detail())
                .isEqualTo("The host node-1 is used by cluster demo; change or delete that first.");

        users.clear();
        assertThat(client.delete(id).status()).isEqualTo(204);
        assertThat(client.get(id).status()).isEqualTo(404);
    }

    private void pin(UUID id) {
        var host = hosts.get(id).block();
        hosts.save(new Host(
                        id,
                        host.name(),
                        host.address(),
                        host.port(),
                        host.credentialId(),
                        HostProfile.STANDARD,
                        null,
                        null,
                        KEY,
                        host.createdAt(),
                        host.version()))
                .block();
    }

    private void use(UUID id, String cluster) {
        var host = hosts.get(id).block();
        hosts.save(new Host(
                        id,
                        host.name(),
                        host.address(),
                        host.port(),
                        host.credentialId(),
                        HostProfile.STANDARD,
                        UUID.randomUUID(),
                        cluster,
                        null,
                        host.createdAt(),
                        host.version()))
                .block();
    }

    private static AddressUse use(Kind kind, String user, String address) {
        return new AddressUse(kind, user, Ipv4.of(address));
    }

    private static Map<String, Object> host(String name, String address) {
        return Map.of("name", name, "address", address, "credential", "login");
    }
}
