package dev.slipway.e2e.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.platform.Api;
import dev.slipway.e2e.platform.Containers;
import dev.slipway.e2e.platform.OfflinePackages;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Program;
import dev.slipway.e2e.platform.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * The first journey: one command, a Ready cluster, its use, its end. Kubernetes 1.37.2 on hosts made from a deploy
 * plan.
 */
@Order(1)
@TestMethodOrder(OrderAnnotation.class)
class DemoClusterIT {
    private static final Duration UP = Duration.ofMinutes(30);
    private static final Duration SOON = Duration.ofMinutes(2);

    @BeforeAll
    static void nothingIsThere() {
        Platform.purge();
    }

    @Test
    @Order(1)
    void upMakesTheDemoClusterReady() {
        var output = Platform.succeeds(UP, "up");

        assertThat(output).contains("Ready", "demo-control-plane-1", "demo-worker-1", "v1.37.2");
        assertThat(new Api()
                        .get("/clusters?name=demo")
                        .path("items")
                        .path(0)
                        .path("phase")
                        .asString())
                .isEqualTo("READY");
    }

    @Test
    @Order(2)
    void aSecondUpFindsEverythingAndBuildsAndStartsNothing() throws IOException {
        var before = Made.now();

        Platform.succeeds(UP, "up");

        assertThat(Made.now()).isEqualTo(before);
        assertThat(new Api().get("/operations").path("items")).hasSize(1);
    }

    @Test
    @Order(3)
    void everyStepOfTheOperationSucceededAndWasRecorded() {
        var operation = new Api().get("/operations").path("items").path(0);
        var steps = new Api()
                .get("/operations/" + operation.path("id").asString() + "/steps")
                .path("items");

        assertThat(operation.path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(operation.path("changes").path("add").asInt()).isPositive();
        assertThat(steps.valueStream().map(step -> step.path("state").asString()))
                .isNotEmpty()
                .allMatch(state -> state.equals("SUCCEEDED") || state.equals("SKIPPED"));
    }

    @Test
    @Order(4)
    void aWorkloadAnswersThroughAServiceOnEveryNode() {
        try (var workload = new Workload(kubeconfig())) {
            assertThat(workload.readyNodes()).hasSize(2);
            assertThat(workload.namespaces()).noneMatch(name -> name.startsWith("slipway-verification"));
            var port = workload.deploy(verificationImage());

            for (var node : cluster().path("nodes")) {
                assertThat(Workload.statusOf(node.path("address").asString(), port))
                        .isEqualTo(200);
            }
        }
    }

    @Test
    @Order(5)
    void hostsReachThePackageAndNothingBeyondTheMachine() {
        assertThat(workerReaches("172.31.0.10", 8080)).isTrue();
        try (var outside = Outside.start()) {
            assertThat(outside.answersThisMachine()).isTrue();
            assertThat(workerReaches(Outside.ADDRESS, Outside.PORT)).isFalse();
        }
        assertThat(Program.ok(List.of("docker", "network", "inspect", "--format", "{{.Internal}}", Platform.NETWORK)))
                .isEqualTo("true");
    }

    @Test
    @Order(6)
    void stateSurvivesDownAndUpWhileTheClusterGoesOn() {
        Platform.succeeds(SOON, "down");
        try (var workload =
                new Workload(Files.readString(Platform.HOME.resolve("data/slipway/kubeconfigs/demo.yaml")))) {
            assertThat(workload.readyNodes()).hasSize(2);
        } catch (IOException e) {
            throw new AssertionError(e);
        }

        Platform.succeeds(UP, "up", "--no-demo");

        assertThat(Platform.succeeds(SOON, "cluster", "list")).contains("demo", "READY");
        assertThat(Platform.succeeds(SOON, "status")).contains("plan-service");
    }

    @Test
    @Order(7)
    void deleteLeavesNothing() {
        var id = cluster().path("id").asString();
        assertThat(Containers.ofCluster(id)).hasSize(2);

        Platform.succeeds(Duration.ofMinutes(5), "cluster", "delete", "demo", "--yes", "--wait");

        Traces.assertNone(id);
        assertThat(Platform.HOME.resolve("data/slipway/kubeconfigs/demo.yaml")).doesNotExist();
        assertThat(new Api().get("/clusters?name=demo").path("items")).isEmpty();
        assertThat(new Api().request("GET", "/clusters/" + id, "").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(8)
    void theRecordOutlivesTheClusterAndKeepsItsSecrets() throws IOException {
        var file = Platform.HOME.resolve("record.json");
        var creation = new Api()
                .get("/operations")
                .path("items")
                .valueStream()
                .filter(operation -> operation.path("kind").asString().equals("CREATE"))
                .findFirst()
                .orElseThrow();

        Platform.succeeds(
                SOON, "operation", "export", creation.path("id").asString(), "--force", "--file", file.toString());

        var text = Files.readString(file);
        var record = Api.JSON.readTree(text);
        assertThat(record.path("operation").path("clusterName").asString()).isEqualTo("demo");
        assertThat(record.path("steps")
                        .valueStream()
                        .map(step -> step.path("step").asString()))
                .contains("PREFLIGHT", "CREATE_HOSTS", "CONTROL_PLANE", "VERIFICATION");
        assertThat(record.path("log")
                        .valueStream()
                        .map(line -> line.path("text").asString()))
                .anyMatch(line -> line.startsWith("Apply complete!"));
        assertThat(text).doesNotContain("PRIVATE KEY", "client-key-data", "BEGIN OPENSSH");
    }

    private static boolean workerReaches(String address, int port) {
        var connect = "import socket; socket.create_connection(('%s', %d), 3)".formatted(address, port);
        return Containers.inside(Platform.NETWORK + "-demo-worker-1", "python3", "-c", connect)
                        .exitCode()
                == 0;
    }

    private static JsonNode cluster() {
        return new Api().get("/clusters?name=demo").path("items").path(0);
    }

    private static String kubeconfig() {
        return new Api()
                .request("GET", "/clusters/" + cluster().path("id").asString() + "/kubeconfig", "")
                .body();
    }

    private static String verificationImage() {
        return OfflinePackages.image("1.37.2", "verification");
    }
}
