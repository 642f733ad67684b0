package dev.slipway.e2e.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.e2e.platform.Api;
import dev.slipway.e2e.platform.Containers;
import dev.slipway.e2e.platform.OfflinePackages;
import dev.slipway.e2e.platform.Outcome;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Program;
import dev.slipway.e2e.platform.Traces;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * A cluster that outlives a control plane node, spread over three zones, its pods' packets routed without a tunnel and
 * its Services made by nftables.
 */
@Order(3)
@TestMethodOrder(OrderAnnotation.class)
class HighlyAvailableClusterIT {
    private static final String KILL_THE_JOIN =
            "until [ -f /etc/kubernetes/manifests/etcd.yaml ] && pkill -KILL -x kubeadm; do sleep 0.1; done";
    private static final String PREFIX = Platform.NETWORK + "-";
    private static final List<String> WORKERS = List.of("ha-worker-1", "ha-worker-2", "ha-worker-3");
    private static final String FETCH =
            "import sys,urllib.request;print(urllib.request.urlopen(sys.argv[1], timeout=5).status)";

    private static final String READY = "jsonpath={.status.conditions[?(@.type==\"Ready\")].status}";

    @BeforeAll
    static void theRegionHasThreeZones() {
        Platform.upWithRegionAndPackage();
        var api = new Api();
        for (var zone : List.of("b", "c")) {
            var third = zone.equals("b") ? 2 : 3;
            api.made("/zones", """
                    {"name": "zone-%s", "region": "local",
                     "addressRange": {"first": "172.31.%d.10", "last": "172.31.%d.250"}}
                    """.formatted(zone, third, third));
        }
        api.made("/deploy-plans", """
                {"name": "spread", "deployModel": "HIGHLY_AVAILABLE", "region": "local",
                 "zones": ["zone-a", "zone-b", "zone-c"],
                 "controlPlaneSize": {"cpus": 2, "memoryMebibytes": 2048, "diskGibibytes": 20},
                 "workerSize": {"cpus": 2, "memoryMebibytes": 2048, "diskGibibytes": 20}}
                """);
    }

    @Test
    @Order(1)
    void aClusterOfSixNodesIsMadeAlthoughAJoinDies() throws Exception {
        var spec = Files.writeString(Platform.HOME.resolve("ha.json"), """
                {"name": "ha", "deployMode": "AUTOMATIC", "deployModel": "HIGHLY_AVAILABLE", "packageVersion": "1.37.2",
                 "deployPlan": "spread", "workers": 3,
                 "network": {"flannelBackend": "HOST_GW", "proxyMode": "NFTABLES"}}
                """);

        var killed = CompletableFuture.runAsync(HighlyAvailableClusterIT::killAJoinThatHasReachedEtcd);
        Platform.succeeds(Duration.ofMinutes(20), "cluster", "create", "-f", spec.toString(), "--wait");

        assertThat(killed).isCompleted();
        try (var workload = new Workload(kubeconfig())) {
            assertThat(workload.readyNodes()).containsExactlyInAnyOrderElementsOf(nodes("name"));
        }
    }

    /** The kernel's default of 128 is less than eight nodes on one machine take. */
    @Test
    @Order(2)
    void theMachineHasRoomForMoreNodes() {
        var limit = inside("ha-worker-1", "cat", "/proc/sys/fs/inotify/max_user_instances");

        assertThat(Integer.parseInt(limit.output().strip())).isGreaterThanOrEqualTo(8192);
    }

    /** The new member of etcd is the part of a join that is hard to take back. */
    private static void killAJoinThatHasReachedEtcd() {
        await().atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> inside("ha-control-plane-2", "timeout", "50", "sh", "-c", KILL_THE_JOIN)
                                .exitCode()
                        == 0);
    }

    @Test
    @Order(2)
    void theControlPlaneIsSpreadOverTheZones() {
        var zones = cluster()
                .path("nodes")
                .valueStream()
                .filter(node -> node.path("role").asString().equals("CONTROL_PLANE"))
                .map(node -> node.path("zone").asString());

        assertThat(zones).containsExactlyInAnyOrder("zone-a", "zone-b", "zone-c");
    }

    @Test
    @Order(3)
    void packetsAreRoutedWithoutATunnelAndServicesMadeByNftables() {
        var routes = inside("ha-worker-1", "ip", "-4", "route", "show").output();

        assertThat(routes.lines().filter(route -> route.matches("10\\.244\\.\\S+ via 172\\.31\\..*")))
                .hasSize(5);
        assertThat(inside("ha-worker-1", "ip", "link", "show", "flannel.1").exitCode())
                .isNotZero();
        assertThat(inside("ha-worker-1", "nft", "list", "table", "ip", "kube-proxy")
                        .exitCode())
                .isZero();
    }

    /** The loss of a node is noticed only after a while, in which the cluster has to do its work as before. */
    @Test
    @Order(4)
    void theClusterWorksWithoutOneOfItsControlPlaneNodesAndTheNodeComesBack() {
        Program.ok(List.of("docker", "kill", PREFIX + "ha-control-plane-1"));
        try {
            var elsewhere = kubeconfig().replaceAll("current-context: .*", "current-context: ha-control-plane-3");
            try (var workload = new Workload(elsewhere)) {
                assertWorkloadAnswers(workload);
                awaitLossNoticed();
                assertWorkersReachTheApi();
                workload.remember("written-without-one");
                assertThat(workload.readyNodes()).hasSize(5);
            }
        } finally {
            Program.ok(List.of("docker", "start", PREFIX + "ha-control-plane-1"));
        }
        try (var workload = new Workload(kubeconfig())) {
            await().atMost(Duration.ofMinutes(3))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(workload.readyNodes()).hasSize(6));
            workload.remember("written-with-all");
        }
    }

    private static void assertWorkloadAnswers(Workload workload) {
        var port = workload.deploy(OfflinePackages.image("1.37.2", "verification"));

        assertThat(workload.podAddresses()).hasSize(2);
        for (var worker : WORKERS) {
            assertThat(workload.podAddresses())
                    .allSatisfy(address -> assertFetches(worker, "http://" + address + ":8080/"));
            assertFetches(worker, "http://" + workload.serviceAddress() + "/");
        }
        for (var node : nodes("name")) {
            if (!node.equals("ha-control-plane-1")) {
                assertThat(Workload.statusOf(address(node), port)).as(node).isEqualTo(200);
            }
        }
    }

    private static void awaitLossNoticed() {
        var admin = List.of("kubectl", "--kubeconfig", "/etc/kubernetes/admin.conf", "--request-timeout=5s");
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            var ready = inside("ha-control-plane-2", admin, "get", "nodes", "ha-control-plane-1", "--output", READY);
            assertThat(ready.output()).contains("Unknown");
        });
    }

    private static void assertWorkersReachTheApi() {
        var kubelet = List.of("kubectl", "--kubeconfig", "/etc/kubernetes/kubelet.conf");
        for (var worker : WORKERS) {
            var own = inside(worker, kubelet, "get", "node", worker);
            assertThat(own.exitCode()).as(own.output()).isZero();
        }
    }

    @Test
    @Order(5)
    void deleteLeavesNothing() {
        var id = cluster().path("id").asString();
        assertThat(Containers.ofCluster(id)).hasSize(6);

        Platform.succeeds(Duration.ofMinutes(5), "cluster", "delete", "ha", "--yes", "--wait");

        Traces.assertNone(id);
        assertThat(new Api().request("GET", "/clusters/" + id, "").statusCode()).isEqualTo(404);
    }

    private static Outcome inside(String node, List<String> command, String... arguments) {
        return inside(
                node, Stream.concat(command.stream(), Stream.of(arguments)).toArray(String[]::new));
    }

    private static Outcome inside(String node, String... command) {
        return Containers.inside(PREFIX + node, command);
    }

    private static void assertFetches(String node, String url) {
        await(url + " from " + node).atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            var fetched = inside(node, "python3", "-c", FETCH, url);
            assertThat(fetched.output().strip()).isEqualTo("200");
        });
    }

    private static JsonNode cluster() {
        return new Api().get("/clusters?name=ha").path("items").path(0);
    }

    private static List<String> nodes(String field) {
        return cluster()
                .path("nodes")
                .valueStream()
                .map(node -> node.path(field).asString())
                .toList();
    }

    private static String address(String node) {
        return cluster()
                .path("nodes")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(node))
                .findFirst()
                .orElseThrow()
                .path("address")
                .asString();
    }

    private static String kubeconfig() {
        return Platform.succeeds(Duration.ofMinutes(1), "cluster", "kubeconfig", "ha");
    }
}
