package dev.slipway.e2e.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.platform.Api;
import dev.slipway.e2e.platform.Containers;
import dev.slipway.e2e.platform.OfflinePackages;
import dev.slipway.e2e.platform.Operations;
import dev.slipway.e2e.platform.OwnHosts;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Traces;
import dev.slipway.e2e.platform.Victim;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Hosts the user brings, Kubernetes 1.36.3, and hosts given back as they were. */
@Order(4)
@TestMethodOrder(OrderAnnotation.class)
class ManualClusterIT {
    private static final Map<String, String> HOSTS = Map.of("own-1", "172.31.9.10", "own-2", "172.31.9.11");
    private static final String REPOSITORY =
            "deb [signed-by=/etc/apt/keyrings/own.gpg] http://repository.example/debian stable main\n";

    private static OwnHosts hosts;

    @BeforeAll
    static void userHasHostsAndAPackage() throws IOException {
        Platform.upWithRegionAndPackage();
        OfflinePackages.online("1.36.3", "slipway-e2e-package-1.36.3", "172.31.0.11");
        hosts = OwnHosts.start("own", HOSTS);
        HOSTS.keySet()
                .forEach(host -> OwnHosts.shell(
                        host, "printf '" + REPOSITORY.strip() + "\\n' > /etc/apt/sources.list.d/own.list"));
        hosts.register();
    }

    @AfterAll
    static void hostsGo() {
        hosts.close();
        Containers.remove("slipway-e2e-package-1.36.3");
    }

    @Test
    @Order(1)
    void everyViolationOfASpecIsNamedAtOnceAndNothingIsStarted() {
        var response = new Api().request("POST", "/clusters", """
                {"name": "Not_A_Name", "deployMode": "MANUAL", "deployModel": "SINGLE_CONTROL_PLANE", "packageVersion": "1.0.0",
                 "hosts": [{"host": "own-1", "role": "CONTROL_PLANE"}, {"host": "nobody", "role": "WORKER"}],
                 "network": {"podNetwork": "10.96.0.0/16", "serviceNetwork": "10.96.0.0/16"}}
                """);

        assertThat(response.statusCode()).as(response.body()).isIn(400, 422);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        var fields = Api.JSON
                .readTree(response.body())
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
        assertThat(fields)
                .contains("name", "packageVersion")
                .anyMatch(f -> f.startsWith("hosts"))
                .anyMatch(f -> f.startsWith("network"));
        assertThat(new Api().get("/clusters").path("items")).isEmpty();
    }

    @Test
    @Order(2)
    void nobodyComesInWithoutAToken() {
        assertThat(new Api().anonymous("/clusters").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(3)
    void aClusterIsMadeOfTheUsersHostsWhileEveryServiceIsUpgraded() throws Exception {
        var creation =
                new Api().accepted("POST", "/clusters", """
                {"name": "own", "deployMode": "MANUAL", "deployModel": "SINGLE_CONTROL_PLANE", "packageVersion": "1.36.3",
                 "hosts": [{"host": "own-1", "role": "CONTROL_PLANE"}, {"host": "own-2", "role": "WORKER"}],
                 "network": {"podNetwork": "10.200.0.0/16", "serviceNetwork": "10.201.0.0/16", "podsPerNode": 110},
                 "labels": {"team": "blue"}}
                """, UUID.randomUUID().toString());
        var operation = creation.path("operation").path("id").asString();
        Operations.awaitStep(operation, "CONTROL_PLANE", "RUNNING");

        upgradeEveryService();

        Operations.awaitState(operation, "SUCCEEDED");
        Operations.assertWhole(operation);
        assertThatTheClusterWorks();
    }

    private static void upgradeEveryService() throws IOException {
        var before = Victim.services();

        Platform.makeNewBuild(UUID.randomUUID().toString());
        assertThat(fewestServicesWhile(() -> Platform.succeeds(Duration.ofMinutes(5), "up", "--no-demo")))
                .as("services that run while one after the other is replaced")
                .isGreaterThanOrEqualTo(before.size() - 1);

        assertThat(Victim.services()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
    }

    private static int fewestServicesWhile(Runnable work) {
        var fewest = new AtomicInteger(Integer.MAX_VALUE);
        try (var watch = Executors.newSingleThreadScheduledExecutor()) {
            var _ = watch.scheduleWithFixedDelay(
                    () -> fewest.accumulateAndGet(Victim.services().size(), Math::min), 0, 500, TimeUnit.MILLISECONDS);
            work.run();
            watch.shutdownNow();
        }
        return fewest.get();
    }

    private static void assertThatTheClusterWorks() {
        var kubeconfig = Platform.succeeds(Duration.ofMinutes(1), "cluster", "kubeconfig", "own");
        try (var workload = new Workload(kubeconfig)) {
            assertThat(workload.kubernetesVersion()).isEqualTo("v1.36.3");
            assertThat(workload.readyNodes()).containsExactlyInAnyOrderElementsOf(HOSTS.keySet());
            var port = workload.deploy(OfflinePackages.image("1.36.3", "verification"));
            assertThat(Workload.statusOf(HOSTS.get("own-2"), port)).isEqualTo(200);
        }
    }

    @Test
    @Order(4)
    void aHostInUseIsNeitherTakenTwiceNorDeleted() {
        var api = new Api();
        var taken = api.request("POST", "/clusters", """
                {"name": "second", "deployMode": "MANUAL", "deployModel": "SINGLE_CONTROL_PLANE", "packageVersion": "1.36.3",
                 "hosts": [{"host": "own-1", "role": "CONTROL_PLANE"}, {"host": "own-2", "role": "WORKER"}]}
                """);
        var host = api.get("/hosts?name=own-1").path("items").path(0);

        assertThat(taken.statusCode()).as(taken.body()).isIn(400, 409, 422);
        assertThat(api.request("DELETE", "/hosts/" + host.path("id").asString(), "")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    @Order(5)
    void deleteGivesTheHostsBackAsTheyWere() {
        var id = new Api()
                .get("/clusters?name=own")
                .path("items")
                .path(0)
                .path("id")
                .asString();

        Platform.succeeds(Duration.ofMinutes(5), "cluster", "delete", "own", "--yes", "--wait");

        for (var host : HOSTS.keySet()) {
            assertThat(Containers.inside(host, "cat", "/etc/apt/sources.list.d/own.list")
                            .output())
                    .isEqualTo(REPOSITORY);
            hosts.assertUntouched(host);
        }
        Traces.assertNone(id);
        JsonNode registered = new Api().get("/hosts").path("items");
        assertThat(registered.valueStream())
                .allMatch(host -> host.path("cluster").isNull());
    }
}
