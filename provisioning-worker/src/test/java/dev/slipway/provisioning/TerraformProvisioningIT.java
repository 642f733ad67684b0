package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.provisioning.ContainerHosts;
import dev.slipway.contracts.provisioning.ProvisionedHost;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.provisioning.mirror.FakePackage;
import dev.slipway.provisioning.state.FakePlanService;
import dev.slipway.toolkit.temporal.Decided;
import dev.slipway.toolkit.temporal.Person;
import dev.slipway.toolkit.token.TestKeys;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.testing.TestEnvironmentOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Real Terraform, real provider, real hosts. */
@Timeout(300)
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {"spring.temporal.test-server.enabled=true", "slipway.terraform.lock-timeout=1s"})
class TerraformProvisioningIT {
    private static final FakePlanService PLAN_SERVICE = new FakePlanService();
    private static final String NETWORK = "slipway-provisioning-test";
    private static final String GATEWAY = "172.27.0.1";
    private static final String LABEL = "dev.slipway.cluster=" + Samples.OPERATION.clusterId();

    @TempDir
    static Path folder;

    private static FakePackage offline;
    private static DockerGate gate;
    private static ProvisioningRequest request;

    @Autowired
    private WorkflowClient client;

    private final FakeJournal journal = new FakeJournal() {
        @Override
        public ProvisioningRequest provisioning(OperationReference operation) {
            return request;
        }
    };

    /** Hosts need real seconds until they answer: patience must not be skipped. */
    @TestConfiguration(proxyBeanMethods = false)
    static class RealTime {
        @Bean
        TemporalOptionsCustomizer<TestEnvironmentOptions.Builder> realTime() {
            return options -> options.setUseTimeskipping(false);
        }
    }

    @DynamicPropertySource
    static void locations(DynamicPropertyRegistry registry) {
        gate = DockerGate.at(folder.resolve("docker.sock"));
        registry.add("slipway.terraform.docker-host", gate::host);
        registry.add("slipway.plan-service.url", () -> PLAN_SERVICE.url().toString());
        registry.add(
                "slipway.provisioning.directory", () -> folder.resolve("kept").toString());
        registry.add(
                "slipway.token.key",
                () -> TestKeys.create("provisioning-worker")
                        .privateKey("provisioning-worker")
                        .toString());
    }

    @BeforeAll
    static void prepare() throws IOException {
        Docker.removeNetworks(NETWORK);
        offline = FakePackage.start(Docker.provider());
        makeNetwork();
        request = request(Docker.containerHostImage());
    }

    @AfterEach
    void deprovision() {
        PLAN_SERVICE.lock(null);
        try (var work = new Work(client, journal)) {
            work.deprovisioning("clean-" + System.nanoTime()).deprovision(request);
        }
    }

    @AfterAll
    static void tidyUp() {
        PLAN_SERVICE.close();
        gate.close();
        if (offline != null) {
            offline.close();
            Docker.run("network", "rm", NETWORK);
        }
    }

    @Test
    void makesHostsThatAnswerAndRemovesThem() {
        try (var work = new Work(client, journal)) {
            var hosts = work.provisioning("create").provision(request);
            assertThat(hosts.hosts())
                    .extracting(ProvisionedHost::address)
                    .containsExactly("172.27.1.10", "172.27.2.10");
            assertThat(containers()).hasSize(2);

            work.provisioning("create-again").provision(request);
            assertThat(journal.story()).contains("plan of op-1: +4 ~0 -0", "plan of op-1: +0 ~0 -0");

            work.deprovisioning("remove").deprovision(request);
        }

        assertThat(containers()).isEmpty();
        assertThat(volumes()).isEmpty();
        assertThat(PLAN_SERVICE.lock()).isNull();
        assertThat(PLAN_SERVICE.log())
                .contains("Apply complete! Resources: 4 added, 0 changed, 0 destroyed.")
                .noneMatch(line -> line.contains("ssh-ed25519"));
    }

    @Test
    void goesOnWhereARunDied() throws IOException {
        var name = NETWORK + "-demo-worker-1";
        Docker.run("volume", "create", "--label=" + LABEL, name + "-var");
        Docker.run(
                "create",
                "--name=" + name,
                "--label=" + LABEL,
                request.region().containerHosts().image());
        claimBefore("2026-01-01T00:00:00Z");
        PLAN_SERVICE.lock("""
                {"ID":"9db590f1-b6fe-c5f2-2678-8804f089deba","Operation":"OperationTypeApply","Info":"",
                "Who":"%s@%s","Version":"1.11.4","Created":"2026-01-01T00:00:05Z","Path":""}""".formatted(
                System.getProperty("user.name"), InetAddress.getLocalHost().getHostName()));

        try (var work = new Work(client, journal)) {
            work.provisioning("resume").provision(request);
        }

        assertThat(containers()).hasSize(2);
        assertThat(PLAN_SERVICE.log())
                .contains(
                        "Removed 2 things that an earlier run had made and not recorded",
                        "Took back the lock 9db590f1-b6fe-c5f2-2678-8804f089deba of an earlier run from here that died");
    }

    @Test
    void waitsForALockThatIsNotItsOwn() {
        PLAN_SERVICE.lock("""
                {"ID":"9db590f1-b6fe-c5f2-2678-8804f089deba","Operation":"OperationTypeApply","Info":"",
                "Who":"root@elsewhere","Version":"1.11.4","Created":"2026-01-01T00:00:05Z","Path":""}""");

        try (var work = new Work(client, journal)) {
            var workflow = work.provisioning("locked");
            WorkflowClient.start(workflow::provision, request);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> PLAN_SERVICE.log().stream().anyMatch(line -> line.startsWith("STATE_LOCKED: ")));

            WorkflowStub.fromTyped(workflow).cancel();
            assertThat(catchThrowable(() -> WorkflowStub.fromTyped(workflow).getResult(Void.class)))
                    .isNotNull();
        }

        assertThat(PLAN_SERVICE.lock()).contains("root@elsewhere");
    }

    @Test
    void saysThatTheImageIsMissing() {
        Throwable failure;
        try (var work = new Work(client, journal)) {
            var workflow = work.provisioning("no-image");
            WorkflowClient.start(workflow::provision, request("slipway/container-host:missing"));
            new Person(client).decides("no-image", Step.CREATE_HOSTS, Decision.ABANDON);
            failure = catchThrowable(() -> WorkflowStub.fromTyped(workflow).getResult(Void.class));
        }

        assertThat(Decided.in(failure).orElseThrow().failure().type()).isEqualTo(FailureType.RESOURCE_UNAVAILABLE);
        assertThat(journal.story())
                .anyMatch(fact -> fact.startsWith("CREATE_HOSTS FAILED RESOURCE_UNAVAILABLE: Terraform:"));
    }

    @Test
    void aRegionThatIsNotAsItWasStopsTheStepUntilItIsMended() {
        Docker.run("network", "rm", NETWORK);
        var name = NETWORK + "-demo-worker-1";
        try (var work = new Work(client, journal)) {
            var workflow = work.provisioning("mended");
            WorkflowClient.start(workflow::provision, request);
            awaitStory("CREATE_HOSTS FAILED RESOURCE_UNAVAILABLE: Terraform: .*network \\S+ not found.*"
                    + "then retry the step Create hosts\\.");

            makeNetwork();
            Docker.run("rm", "--force", name);
            Docker.run(
                    "create",
                    "--name=" + name,
                    request.region().containerHosts().image());
            new Person(client).decides("mended", Step.CREATE_HOSTS, Decision.RETRY);
            awaitStory("CREATE_HOSTS FAILED RESOURCE_UNAVAILABLE: Terraform: .*demo-worker-1.* is already in use.*");

            Docker.run("rm", "--force", name);
            new Person(client).decides("mended", Step.CREATE_HOSTS, Decision.RETRY);
            assertThat(WorkflowStub.fromTyped(workflow)
                            .getResult(ProvisionedHosts.class)
                            .hosts())
                    .hasSize(2);
        }
        assertThat(PLAN_SERVICE.log())
                .as("what Terraform says of a plan that was applied in part before")
                .noneMatch(line -> line.contains("stale"));
    }

    @Test
    void outlastsACutOfTheWayToTheRegion() {
        gate.cut();
        try (var work = new Work(client, journal)) {
            var workflow = work.provisioning("cut");
            WorkflowClient.start(workflow::provision, request);
            awaitCut();
            gate.open();
            await().atMost(Duration.ofMinutes(1)).until(() -> !volumes().isEmpty());

            gate.cut();
            awaitCut();
            gate.open();

            assertThat(WorkflowStub.fromTyped(workflow)
                            .getResult(ProvisionedHosts.class)
                            .hosts())
                    .hasSize(2);
        }
        assertThat(journal.story()).noneMatch(fact -> fact.contains(" FAILED "));
    }

    private static void awaitCut() {
        PLAN_SERVICE.log().clear();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> PLAN_SERVICE.log().stream().anyMatch(line -> line.startsWith("REGION_UNREACHABLE: ")));
    }

    @Test
    void aCancelLeavesAStateThatDeleteCanGoOnFrom() {
        try (var work = new Work(client, journal)) {
            var workflow = work.provisioning("canceled");
            WorkflowClient.start(workflow::provision, request);
            await().atMost(Duration.ofMinutes(1)).until(() -> !volumes().isEmpty());

            WorkflowStub.fromTyped(workflow).cancel();
            assertThat(catchThrowable(() -> WorkflowStub.fromTyped(workflow).getResult(Void.class)))
                    .isNotNull();

            assertThat(PLAN_SERVICE.lock()).isNull();
            work.deprovisioning("after-cancel").deprovision(request);
        }

        assertThat(containers()).isEmpty();
        assertThat(volumes()).isEmpty();
    }

    @Test
    void aHostWithAFrozenProcessIsRemoved() {
        try (var work = new Work(client, journal)) {
            work.provisioning("frozen").provision(request);
            Docker.run("exec", containers().getFirst(), "sh", "-c", """
                    [ -d /sys/fs/cgroup/freezer ] || exit 0
                    mkdir /sys/fs/cgroup/freezer/pod && cd /sys/fs/cgroup/freezer/pod
                    sleep 600 > /dev/null 2>&1 &
                    echo $! > cgroup.procs && echo FROZEN > freezer.state""");

            work.deprovisioning("thawed").deprovision(request);
        }

        assertThat(containers()).isEmpty();
        if (Files.isDirectory(Path.of("/sys/fs/cgroup/freezer"))) {
            assertThat(PLAN_SERVICE.log())
                    .contains("Thawed 1 frozen processes, which kept their hosts from being stopped");
        }
    }

    private static void makeNetwork() {
        Docker.run("network", "create", "--internal", "--subnet=172.27.0.0/16", "--label=dev.slipway=true", NETWORK);
    }

    private void awaitStory(String fact) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(journal.story()).anyMatch(line -> line.matches(fact)));
    }

    private static ProvisioningRequest request(String image) {
        return Samples.request(new ContainerHosts(NETWORK, GATEWAY, image), offline.url(), offline.indexSha256());
    }

    private static void claimBefore(String instant) throws IOException {
        var claims = Files.createDirectories(folder.resolve("kept/claims"));
        Files.writeString(claims.resolve(Samples.OPERATION.clusterId()), instant);
    }

    private static List<String> containers() {
        return Docker.run("ps", "--all", "--quiet", "--filter=label=" + LABEL);
    }

    private static List<String> volumes() {
        return Docker.run("volume", "ls", "--quiet", "--filter=label=" + LABEL);
    }
}
