package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.provisioning.ContainerHosts;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.provisioning.mirror.FakePackage;
import dev.slipway.provisioning.state.FakePlanService;
import dev.slipway.provisioning.terraform.Recorded;
import dev.slipway.provisioning.terraform.TerraformProperties;
import dev.slipway.toolkit.process.FakeExecutable;
import dev.slipway.toolkit.process.LeftByDeadWorker;
import dev.slipway.toolkit.temporal.Decided;
import dev.slipway.toolkit.temporal.Person;
import dev.slipway.toolkit.token.TestKeys;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

@Timeout(120)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.temporal.test-server.enabled=true", "slipway.terraform.grace=2s"})
class ProvisioningWorkerApplicationTest {
    private static final FakePlanService PLAN_SERVICE = new FakePlanService();

    /** Plays recordings; fails once, or each time, where a file of that name says so. */
    @SuppressWarnings("InlineFormatString")
    private static final String SCRIPT = """
            here=%1$s
            recorded=%2$s
            if rm "$here/fail-$1" 2>/dev/null; then cat "$recorded/apply-failed.jsonl"; exit 1; fi
            if [ -e "$here/never-$1" ]; then cat "$recorded/apply-failed.jsonl"; exit 1; fi
            case "$1" in
            plan) cat "$recorded/plan.jsonl"; : > "${3#-out=}" ;;
            show) if [ -n "$3" ]; then cat "$recorded/show.json"; else echo '{}'; fi ;;
            apply) cat "$recorded/apply.jsonl" ;;
            output) echo '{}' ;;
            destroy) cat "$recorded/destroy.jsonl" ;;
            esac""";

    @TempDir
    static Path folder;

    private static FakePackage offline;
    private static FakeExecutable terraform;
    private static Process left;

    @LocalServerPort
    private int port;

    private final FakeJournal journal = new FakeJournal();
    private ProvisioningRequest request;

    @DynamicPropertySource
    static void locations(DynamicPropertyRegistry registry) throws IOException {
        left = LeftByDeadWorker.start(folder.resolve("runs"));
        offline = FakePackage.start(new byte[] {1});
        terraform = FakeExecutable.create(folder, "terraform", SCRIPT.formatted(folder, Recorded.path("")));
        var docker = FakeExecutable.create(folder, "docker", "");
        registry.add("slipway.terraform.executable", () -> terraform.path().toString());
        registry.add("slipway.terraform.docker", () -> docker.path().toString());
        registry.add("slipway.terraform.docker-host", () -> "unix:///test.sock");
        registry.add("slipway.plan-service.url", () -> PLAN_SERVICE.url().toString());
        registry.add(
                "slipway.provisioning.directory", () -> folder.resolve("kept").toString());
        registry.add("slipway.provisioning.runs", () -> folder.resolve("runs").toString());
        registry.add(
                "slipway.token.key",
                () -> TestKeys.create("provisioning-worker")
                        .privateKey("provisioning-worker")
                        .toString());
    }

    @AfterAll
    static void stop() {
        left.destroyForcibly();
        PLAN_SERVICE.close();
        offline.close();
    }

    @BeforeEach
    void forget() throws IOException {
        Files.deleteIfExists(Path.of(terraform.path() + ".calls"));
        PLAN_SERVICE.log().clear();
        PLAN_SERVICE.state(null);
        request = Samples.request(
                new ContainerHosts("slipway", "172.30.0.1", "slipway/container-host:latest"),
                offline.url(),
                offline.indexSha256());
    }

    @Test
    void provisions(@Autowired WorkflowClient client) {
        try (var work = new Work(client, journal)) {
            work.provisioning("provisions").provision(request);
        }

        assertThat(terraform.calls())
                .containsExactly(
                        "init -json -reconfigure",
                        "plan -json -out=op-1.plan -lock-timeout=30s",
                        "show -json op-1.plan",
                        "apply -json -lock-timeout=30s op-1.plan",
                        "output -json");
        assertThat(journal.story()).contains("plan of op-1: +4 ~0 -0").endsWith("CREATE_HOSTS SUCCEEDED");
        assertThat(PLAN_SERVICE.log()).contains("Apply complete! Resources: 4 added, 0 changed, 0 destroyed.");
        assertThat(terraform.environment()).contains("DOCKER_HOST=unix:///test.sock");
        assertThat(folder.resolve("runs")).isEmptyDirectory();
    }

    @Test
    void anAttemptAfterAFailedOnePlansAnew(@Autowired WorkflowClient client) throws IOException {
        Files.createFile(folder.resolve("fail-apply"));

        try (var work = new Work(client, journal)) {
            work.provisioning("again").provision(request);
        }

        assertThat(terraform.calls())
                .filteredOn(call -> call.matches("(plan|apply) .*"))
                .containsExactly(
                        "plan -json -out=op-1.plan -lock-timeout=30s",
                        "apply -json -lock-timeout=30s op-1.plan",
                        "plan -json -out=op-1.plan -lock-timeout=30s",
                        "apply -json -lock-timeout=30s op-1.plan");
    }

    @Test
    void removesWhatWasNeverMadeWithoutTerraformOrThePackage(@Autowired WorkflowClient client) {
        var lost = Samples.request(new ContainerHosts("slipway", "172.30.0.1", "image"), "http://127.0.0.1:1", "");
        try (var work = new Work(client, journal)) {
            work.deprovisioning("never-made").deprovision(lost);
        }

        assertThat(terraform.calls()).isEmpty();
        assertThat(journal.story()).endsWith("DESTROY_HOSTS SUCCEEDED");
    }

    @Test
    void deprovisions(@Autowired WorkflowClient client) {
        PLAN_SERVICE.state("{\"resources\":[{\"type\":\"docker_container\"}]}");
        try (var work = new Work(client, journal)) {
            work.deprovisioning("deprovisions").deprovision(request);
        }

        assertThat(terraform.calls())
                .containsExactly("init -json -reconfigure", "destroy -json -auto-approve -lock-timeout=30s");
        assertThat(journal.story()).endsWith("DESTROY_HOSTS SUCCEEDED");
    }

    @Test
    void saysWhyItCouldNot(@Autowired WorkflowClient client) {
        Throwable failure;
        var lost = Samples.request(new ContainerHosts("slipway", "172.30.0.1", "image"), offline.url(), "0".repeat(64));
        try (var work = new Work(client, journal)) {
            var workflow = work.provisioning("fails");
            WorkflowClient.start(workflow::provision, lost);
            new Person(client).decides("fails", Step.PLAN_HOSTS, Decision.ABANDON);
            failure = catchThrowable(() -> WorkflowStub.fromTyped(workflow).getResult(Void.class));
        }

        assertThat(Decided.in(failure).orElseThrow().failure().type()).isEqualTo(FailureType.PACKAGE_DAMAGED);
        assertThat(journal.story()).anyMatch(fact -> fact.startsWith("PLAN_HOSTS FAILED PACKAGE_DAMAGED"));
    }

    @Test
    void keepsNothingOfAClusterWhoseHostsAPersonLeavesBehind(@Autowired WorkflowClient client) throws IOException {
        var unfinished = folder.resolve("kept/claims").resolve(Samples.OPERATION.clusterId());
        Files.createDirectories(unfinished.getParent());
        Files.createFile(unfinished);
        var never = Files.createFile(folder.resolve("never-destroy"));
        PLAN_SERVICE.state("{\"resources\": [{}]}");
        var lost = Samples.request(new ContainerHosts("slipway", "172.30.0.1", "image"), offline.url(), "0".repeat(64));
        try (var work = new Work(client, journal)) {
            var workflow = work.deprovisioning("left");
            WorkflowClient.start(workflow::deprovision, lost);
            new Person(client).decides("left", Step.DESTROY_HOSTS, Decision.LEAVE_BEHIND);
            WorkflowStub.fromTyped(workflow).getResult(Void.class);
        }

        Files.delete(never);
        assertThat(folder.resolve("runs")).isEmptyDirectory();
        assertThat(unfinished).doesNotExist();
        assertThat(journal.story()).endsWith("DESTROY_HOSTS left [] for null");
    }

    @Test
    void endsWhatTheWorkerBeforeItLeftBeforeItTakesWork() throws InterruptedException {
        assertThat(left.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void showsItsHealthAndNothingElse() {
        assertThat(status("/actuator/health/readiness")).isEqualTo(HttpStatus.OK);
        assertThat(status("/actuator/prometheus")).isEqualTo(HttpStatus.OK);
        assertThat(status("/actuator/env")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(status("/")).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void hasTheDefaultsOfItsConfiguration(@Autowired TerraformProperties properties) {
        assertThat(properties.lockTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.grace()).isEqualTo(Duration.ofSeconds(2));
    }

    private HttpStatus status(String path) {
        return (HttpStatus) WebClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .exchangeToMono(response -> response.toBodilessEntity().thenReturn(response.statusCode()))
                .block(Duration.ofSeconds(20));
    }
}
