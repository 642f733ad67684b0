package dev.slipway.plan.offlinepackage.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.endpoint.KindClient;
import dev.slipway.plan.ipv4.Subnet;
import dev.slipway.plan.offlinepackage.OfflinePackage;
import dev.slipway.plan.offlinepackage.PackageCheck;
import dev.slipway.plan.offlinepackage.PackageState;
import dev.slipway.plan.offlinepackage.verification.PackageNetworks;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.reference.Reference;
import dev.slipway.plan.resource.InMemoryResources;
import dev.slipway.plan.validation.RequestRules;
import jakarta.validation.Validation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class OfflinePackageControllerTest {
    private static final String FORM =
            "url: must be http or https, host and port, without user, query and fragment, as http://172.30.0.10:8080";

    private final InMemoryResources<OfflinePackage> packages = new InMemoryResources<>("offline package");
    private final List<Reference> users = new ArrayList<>();
    private final KindClient client = new KindClient(controller(), "packages");

    private OfflinePackageController controller() {
        var addresses = new PackageAddresses(
                new RequestRules(Validation.buildDefaultValidatorFactory().getValidator()),
                new PackageNetworks(List.of(Subnet.of("127.0.5.0/24"))));
        var guard = new DeletionGuard(List.of(id -> Flux.fromIterable(users)));
        return new OfflinePackageController(
                packages, new OfflinePackageChanges(packages, addresses, guard, Clock.systemUTC()));
    }

    @ParameterizedTest
    @CsvSource({
        "http://172.30.0.10:8080, http://172.30.0.10:8080, 172.30.0.10-8080",
        "http://172.30.0.10:8080/, http://172.30.0.10:8080, 172.30.0.10-8080",
        "https://172.30.0.10/p/q/, https://172.30.0.10/p/q, 172.30.0.10",
        "http://127.0.5.1:8080, http://127.0.5.1:8080, 127.0.5.1-8080",
        "http://package.invalid:8080, http://package.invalid:8080, package.invalid-8080"
    })
    void waitsToVerifyWhatIsRegistered(String given, String kept, String name) {
        var made = client.post(Map.of("url", given));

        assertThat(made.status()).isEqualTo(202);
        assertThat(made.field("url")).isEqualTo(kept);
        assertThat(made.field("name")).isEqualTo(name);
        assertThat(made.field("state")).isEqualTo("VERIFYING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "package",
                "ftp://172.30.0.10/",
                "file:///etc/passwd",
                "gopher://172.30.0.10:70/x",
                "jar:http://172.30.0.10/x!/",
                "HTTP://",
                "http:///path",
                "http://root:sesame@172.30.0.10",
                "http://172.30.0.10?x=y",
                "http://172.30.0.10#x",
                "http://172.30.0.10:65536",
                "http://127.1:7081",
                "http://172.30.0.10:80 80",
                "http://172.30.0.10\r\nHost: other"
            })
    void wantsAPlainWebAddress(String url) {
        assertThat(client.post(Map.of("url", url)).violations()).containsExactly(FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:7081",
                "http://2130706433:7081",
                "http://localhost:7081",
                "http://0.0.0.0:7081",
                "http://169.254.169.254/latest/meta-data",
                "http://100.100.100.200",
                "http://[::1]:7081",
                "http://[::ffff:127.0.0.1]:7081",
                "http://[64:ff9b::7f00:1]"
            })
    void asksNoAddressThatOnlyThePlatformReaches(String url) {
        assertThat(client.post(Map.of("url", url)).violations())
                .singleElement()
                .asString()
                .startsWith("url: leads to ")
                .endsWith("give the IPv4 address at which hosts reach the package, as http://172.30.0.10:8080");
        assertThat(client.list().field("items")).asString().isEqualTo("[]");
    }

    @Test
    void verifiesAnewWhenItMoves() {
        var id = client.post(Map.of("url", "http://172.30.0.10:8080")).id();
        found(id, PackageState.ONLINE);

        var moved = client.put(id, Map.of("url", "http://172.30.0.11:8080"));

        assertThat(moved.status()).isEqualTo(202);
        assertThat(moved.field("state")).isEqualTo("VERIFYING");
        assertThat(moved.field("message")).isEqualTo("The package waits to be verified.");
        assertThat(client.put(id, Map.of("url", "http://127.0.0.1")).status()).isEqualTo(400);
    }

    @Test
    void checksAgainWhenItStaysWhereItIs() {
        var id = client.post(Map.of("url", "http://172.30.0.10:8080")).id();
        found(id, PackageState.DAMAGED);

        assertThat(client.put(id, Map.of("url", "http://172.30.0.10:8080/")).field("message"))
                .isEqualTo("The package waits to be verified again.");
        assertThat(client.put(id, Map.of("url", "http://172.30.0.10:8080")).field("version"))
                .isEqualTo(2);
    }

    @Test
    void deletesWhatNobodyUses() {
        var id = client.post(Map.of("url", "http://172.30.0.10:8080")).id();
        users.add(new Reference("cluster", "demo"));
        assertThat(client.delete(id).detail())
                .isEqualTo(
                        "The offline package 172.30.0.10-8080 is used by cluster demo; change or delete that first.");

        users.clear();
        assertThat(client.delete(id).status()).isEqualTo(204);
    }

    private void found(UUID id, PackageState state) {
        var present = packages.get(id).block();
        var check = present.check();
        packages.save(present.checked(new PackageCheck(
                        state, "found", "digest", check.verified(), check.total(), present.createdAt())))
                .block();
    }
}
