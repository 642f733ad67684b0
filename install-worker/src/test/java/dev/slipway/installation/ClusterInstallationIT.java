package dev.slipway.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.InstallationWorkflow;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.contracts.installation.UninstallationWorkflow;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.installation.fixture.ArgumentLists;
import dev.slipway.installation.fixture.ContainerHost;
import dev.slipway.installation.fixture.FakePlanService;
import dev.slipway.installation.fixture.Installations;
import dev.slipway.installation.fixture.PackageServer;
import dev.slipway.installation.fixture.PythonTools;
import dev.slipway.installation.fixture.SshKey;
import dev.slipway.toolkit.token.TestKeys;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.WorkerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.testcontainers.containers.Network;

/**
 * Makes a real cluster of two container hosts that reach nothing but the offline package, and resets them. One lets its
 * user in by a key, the other one by a password.
 */
@EnabledIf("dev.slipway.installation.fixture.PackageServer#exists")
@TestMethodOrder(OrderAnnotation.class)
@Timeout(600)
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "spring.temporal.test-server.enabled=true")
class ClusterInstallationIT {
    private static final SshKey KEY = SshKey.generate();
    private static final Network NETWORK = Network.builder()
            .createNetworkCmdModifier(network -> network.withInternal(true))
            .build();
    private static final ContainerHost CONTROL_PLANE = new ContainerHost("control-plane-1", NETWORK, KEY);
    private static final String PASSWORD = "correct horse battery staple";
    private static final ContainerHost WORKER = ContainerHost.withPassword("worker-1", NETWORK, PASSWORD);
    private static final PackageServer PACKAGE = new PackageServer(NETWORK);
    private static final FakePlanService PLAN_SERVICE = new FakePlanService();

    private static final Map<ContainerHost, String> BEFORE = new HashMap<>();

    private final RecordedWork journal = new RecordedWork();

    @Autowired
    private WorkflowClient client;

    private WorkerFactory journals;

    @DynamicPropertySource
    static void locations(DynamicPropertyRegistry registry) {
        registry.add("slipway.plan-service.url", () -> PLAN_SERVICE.url().toString());
        registry.add(
                "slipway.token.key",
                () -> TestKeys.create("install-worker")
                        .privateKey("install-worker")
                        .toString());
        registry.add(
                "slipway.ansible.project",
                () -> Path.of("../infra/ansible").toAbsolutePath().normalize());
        registry.add("slipway.ansible.python", PythonTools::folder);
    }

    @BeforeAll
    static void startHosts() {
        PACKAGE.start();
        CONTROL_PLANE.start();
        WORKER.start();
        BEFORE.put(CONTROL_PLANE, theirsOn(CONTROL_PLANE));
        BEFORE.put(WORKER, theirsOn(WORKER));
        PLAN_SERVICE.add(CONTROL_PLANE.access());
        PLAN_SERVICE.add(WORKER.access());
    }

    @AfterAll
    static void stopHosts() {
        WORKER.stop();
        CONTROL_PLANE.stop();
        PACKAGE.stop();
        NETWORK.close();
        PLAN_SERVICE.close();
    }

    @BeforeEach
    void startJournal() {
        journals = WorkerFactory.newInstance(client);
        journals.newWorker(TaskQueues.LIFECYCLE).registerActivitiesImplementations(journal);
        journals.start();
    }

    @AfterEach
    void stopJournal() {
        journals.shutdownNow();
    }

    @Test
    @Order(1)
    void anInstallationGoesOnWhereItWasKilledAndHandsOverItsKubeconfig() {
        var saboteur = new Saboteur()
                .then(CONTROL_PLANE, "lane-1", "[ -f /etc/kubernetes/manifests/etcd.yaml ]")
                .then(WORKER, "lane-2", "[ ! -f /etc/kubernetes/kubelet.conf ]")
                .then(WORKER, "lane-2", "[ -f /etc/kubernetes/kubelet.conf ]");

        try (var arguments = ArgumentLists.searchedFor(PASSWORD)) {
            client.newWorkflowStub(InstallationWorkflow.class, options()).install(request());

            assertThat(arguments.found()).isEmpty();
        }
        assertThat(saboteur.done()).hasSize(3).allMatch(condition -> condition.startsWith("["));
        assertThat(PLAN_SERVICE.kubeconfigs())
                .singleElement()
                .asString()
                .contains("https://" + CONTROL_PLANE.address() + ":6443");
        assertThat(journal.journal).endsWith("VERIFICATION SUCCEEDED");
        assertThat(PLAN_SERVICE.log()).isNotEmpty().noneMatch(line -> line.contains(PASSWORD));
    }

    @Test
    @Order(2)
    void aSecondInstallationChangesNothing() {
        int logged = PLAN_SERVICE.log().size();
        String before = running(CONTROL_PLANE) + running(WORKER);

        client.newWorkflowStub(InstallationWorkflow.class, options()).install(request());

        assertThat(PLAN_SERVICE.log().stream().skip(logged))
                .anyMatch(line -> line.startsWith("control-plane-1: ") && line.contains(" | ok"))
                .anyMatch(line -> line.startsWith("worker-1: ") && line.contains(" | ok"))
                .noneMatch(line -> line.contains(" | changed"));
        assertThat(running(CONTROL_PLANE) + running(WORKER)).isEqualTo(before);
        assertThat(journal.journal).endsWith("VERIFICATION SUCCEEDED");
    }

    @Test
    @Order(3)
    void aResetGoesOnWithoutHostsThatDoNotAnswerUntilTheyAreBack() {
        WORKER.powerOff();

        var reset = CompletableFuture.runAsync(this::uninstall);

        await().atMost(Duration.ofMinutes(3))
                .until(() -> PLAN_SERVICE.log().stream()
                        .anyMatch(line -> line.startsWith("worker-1: " + FailureType.HOST_UNREACHABLE)));
        assertThat(leftOn(CONTROL_PLANE)).isEmpty();
        WORKER.powerOn();
        assertThat(reset).succeedsWithin(Duration.ofMinutes(5));
        assertThat(leftOn(WORKER)).isEmpty();
        assertThat(BEFORE)
                .allSatisfy((host, before) -> assertThat(theirsOn(host)).isEqualTo(before));
    }

    @Test
    @Order(4)
    void aResetMayBeRepeated() {
        uninstall();

        assertThat(journal.journal).endsWith("RESET_HOSTS SUCCEEDED");
        assertThat(leftOn(CONTROL_PLANE)).isEmpty();
        assertThat(leftOn(WORKER)).isEmpty();
    }

    private void uninstall() {
        client.newWorkflowStub(UninstallationWorkflow.class, options()).uninstall(request());
    }

    /** Returns the processes that a restart would replace. */
    private static String running(ContainerHost host) {
        return host.run("ps -e -o pid=,comm= | grep -E ' (kubelet|containerd|etcd|kube-apiserver)$'");
    }

    /** Returns the processes and files of a cluster that are on a host. */
    private static String leftOn(ContainerHost host) {
        return host.run("""
                ps -e -o args= | grep -E '^[^ ]*(kube|etcd|containerd|flanneld|coredns|pause|metrics-server|haproxy)' || true
                ls -d /etc/kubernetes /etc/cni/net.d /etc/containerd /etc/slipway /opt/cni/bin /run/containerd /run/flannel \
                    /usr/local/bin/* /var/lib/containerd /var/lib/etcd /var/lib/kubelet /var/lib/slipway 2>/dev/null || true
                """);
    }

    /** Returns what the user had on a host: names, settings of the network, packet filter, ways, units and software. */
    private static String theirsOn(ContainerHost host) {
        return host.run("""
                cat /etc/hosts /etc/fstab /etc/resolv.conf
                sysctl -e net.ipv4.ip_forward net.ipv4.conf.all.route_localnet net.ipv4.conf.all.rp_filter net.ipv4.vs.conntrack
                cat /proc/net/ip_tables_names /proc/net/ip6_tables_names
                { nft list ruleset || true; } 2>/dev/null
                ip -o link show | cut -d: -f2 | cut -d@ -f1 && ip -4 route show
                ls /etc/sysctl.d /etc/modules-load.d /etc/apt/sources.list.d /etc/systemd/system /opt
                dpkg-query -W && systemctl list-unit-files --state=enabled,masked --no-legend
                """);
    }

    private static WorkflowOptions options() {
        return WorkflowOptions.newBuilder()
                .setTaskQueue(TaskQueues.INSTALLATION)
                .build();
    }

    private static InstallationRequest request() {
        return Installations.from(
                PACKAGE.url(),
                PACKAGE.indexSha256(),
                target("control-plane-1", NodeRole.CONTROL_PLANE, CONTROL_PLANE),
                target("worker-1", NodeRole.WORKER, WORKER));
    }

    private static NodeTarget target(String name, NodeRole role, ContainerHost host) {
        return new NodeTarget(name, role, host.address(), 22, HostProfile.CONTAINER);
    }
}
