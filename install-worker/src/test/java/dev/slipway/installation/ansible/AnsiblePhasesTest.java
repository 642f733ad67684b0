package dev.slipway.installation.ansible;

import static dev.slipway.installation.fixture.Installations.controlPlane;
import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.installation.fixture.FakePackage;
import dev.slipway.installation.fixture.FakePlanService;
import dev.slipway.installation.fixture.Installations;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.FakeExecutable;
import dev.slipway.toolkit.process.ProcessFence;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.testing.TestActivityEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnsiblePhasesTest {
    private static final String ENDED = "echo '{\"ended\": \"whatever was asked\"}'\n";
    private static final String KEEP_INPUT = "cp -r \"$HOME\" \"$0.run\"\n" + ENDED;

    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final FakePackage offlinePackage = new FakePackage();
    private final FakePlanService planService = new FakePlanService(
            new NodeAccess("cp-1", "10.0.0.1", 22, "root", "PRIVATE KEY", null, "ssh-ed25519 AAAA"),
            new NodeAccess("w-1", "10.0.0.2", 22, "admin", null, "secret", null));

    @TempDir
    private Path folder;

    private PhaseActivities phases;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("project"));
        phases = phases(temporal, Duration.ofMinutes(30));
    }

    private PhaseActivities phases(TestActivityEnvironment environment, Duration silence) {
        var properties = new AnsibleProperties(
                folder.resolve("project"),
                folder.resolve("python"),
                folder.resolve("runs"),
                Duration.ofDays(7),
                Duration.ofSeconds(2),
                silence,
                Map.of("slipway_node_patience", "30"));
        environment.registerActivitiesImplementations(Phases.of(planService, properties));
        return environment.newActivityStub(PhaseActivities.class);
    }

    @AfterEach
    void stop() {
        temporal.close();
        planService.close();
        offlinePackage.close();
    }

    @Test
    void runsThePlaybookOfTheStepAndLeavesNothing() {
        FakeExecutable ansible = ansible(ENDED);

        phases.runPhase(request(Step.CONTAINER_RUNTIME));

        assertThat(ansible.calls())
                .singleElement()
                .asString()
                .containsSubsequence("project/playbooks/container-runtime.yml", "images.yml", "metrics-server.yml")
                .doesNotContain("verification");
        assertThat(ansible.environment())
                .contains(
                        "SLIPWAY_RUN=" + Installations.CLUSTER + "/lane-2",
                        "ANSIBLE_STDOUT_CALLBACK=slipway_events",
                        "ANSIBLE_HOST_KEY_CHECKING=True");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kept()).isEmpty());
    }

    @Test
    void givesSecretsInPrivateFilesAndNeverAsArguments() throws IOException {
        FakeExecutable ansible = ansible(KEEP_INPUT);

        phases.runPhase(request(Step.IMAGES));

        Path run = Path.of(ansible.path() + ".run");
        assertThat(run.resolve("secrets/cp-1.key")).hasContent("PRIVATE KEY");
        assertThat(Files.readString(run.resolve("secrets/inventory.yml"))).contains("ansible_password", "secret");
        assertThat(run.resolve("known_hosts")).hasContent("10.0.0.1 ssh-ed25519 AAAA");
        assertThat(Files.readString(run.resolve("variables.json"))).contains("files/kubernetes/kubeadm", "abc");
        assertThat(Files.readString(run.resolve("site.json"))).isEqualTo("{\"slipway_node_patience\":\"30\"}");
        assertThat(String.join(" ", ansible.calls())).doesNotContain("secret\"", "PRIVATE KEY");
        assertThat(String.join(" ", ansible.environment())).doesNotContain("PRIVATE KEY");
    }

    @Test
    void writesWhatTasksDidIntoTheLog() {
        ansible(PhaseRuns.event("changed", "") + PhaseRuns.event("skipped", "") + "echo '[WARNING]: odd'\n" + ENDED);

        phases.runPhase(request(Step.IMAGES));

        assertThat(planService.log()).endsWith("w-1: Pull | changed", "[WARNING]: odd");
    }

    @Test
    void namesTheFailureAndKeepsTheRunWithoutItsSecrets() throws IOException {
        ansible(PhaseRuns.event("failed", "no space left") + "exit 2");

        Failure failure = failureOf(Step.IMAGES);

        assertThat(failure.type()).isEqualTo(FailureType.PLAYBOOK_FAILED);
        assertThat(failure.host()).isEqualTo("w-1");
        assertThat(failure.message()).contains("Pull", "w-1", "no space left");
        assertThat(kept()).singleElement().satisfies(run -> {
            assertThat(run.resolve("variables.json")).exists();
            assertThat(run.resolve("secrets")).doesNotExist();
        });
    }

    @Test
    void namesALostHost() {
        ansible(PhaseRuns.event("unreachable", "timed out") + "exit 4");

        assertThat(failureOf(Step.IMAGES).type()).isEqualTo(FailureType.HOST_UNREACHABLE);
    }

    @Test
    void namesAToolThatFailsBeforeItsTasks() {
        hastyAnsible("echo 'ERROR! the playbook is broken' >&2; exit 1");

        Failure failure = failureOf(Step.IMAGES);

        assertThat(failure.type()).isEqualTo(FailureType.TOOL_FAILED);
        assertThat(failure.message()).contains("exit code 1", "the playbook is broken");
    }

    @Test
    void anEndWithoutTheEndOfThePlaybookIsNoSuccess() {
        ansible("exit 0");

        Failure failure = failureOf(Step.IMAGES);

        assertThat(failure.type()).isEqualTo(FailureType.TOOL_FAILED);
        assertThat(failure.message()).contains("images");
    }

    @Test
    void namesAMissingTool() {
        assertThat(failureOf(Step.IMAGES).type()).isEqualTo(FailureType.TOOL_FAILED);
    }

    @Test
    void refusesAPackageIndexThatWasNotVerified() {
        ansible(ENDED);
        var installation = Installations.from(offlinePackage.url(), "0".repeat(64), controlPlane("cp-1"));

        Throwable failure = catchThrowable(() -> phases.runPhase(new PhaseRequest(Step.IMAGES, installation)));

        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.PACKAGE_DAMAGED);
    }

    @Test
    void resetsWithoutThePackageOnlyHostsItHasLoggedInTo() throws IOException {
        FakeExecutable ansible = ansible(KEEP_INPUT);
        offlinePackage.close();

        phases.runPhase(request(Step.RESET_HOSTS));

        Path run = Path.of(ansible.path() + ".run");
        assertThat(ansible.calls()).singleElement().asString().endsWith("playbooks/reset.yml");
        assertThat(Files.readString(run.resolve("secrets/inventory.yml")))
                .contains("cp-1")
                .doesNotContain("w-1");
    }

    @Test
    void stopsAPlaybookThatHangsAndNamesItsLastTask() {
        ansible(PhaseRuns.event("ok", "") + "exec sleep 600");
        var impatient = TestActivityEnvironment.newInstance();
        var hasty = phases(impatient, Duration.ofSeconds(1));

        Failure failure = Failures.from(catchThrowable(() -> hasty.runPhase(request(Step.IMAGES))));
        impatient.close();

        assertThat(failure.type()).isEqualTo(FailureType.TOOL_FAILED);
        assertThat(failure.message()).contains("Pull | ok, on host w-1").endsWith("then retry the step Images.");
    }

    @Test
    void stopsThePlaybookOfAnEarlierAttemptFirst() throws Exception {
        ansible(ENDED);
        var builder = new ProcessBuilder("sleep", "60");
        builder.environment()
                .putAll(ProcessFence.around(Installations.CLUSTER + "/lane-2")
                        .mark(Command.of("sleep"))
                        .environment());
        Process left = builder.start();

        phases.runPhase(request(Step.IMAGES));

        assertThat(left.waitFor()).isNotZero();
        assertThat(planService.log()).anyMatch(line -> line.contains("Stopped 1 processes"));
    }

    private Failure failureOf(Step step) {
        return Failures.from(catchThrowable(() -> phases.runPhase(request(step))));
    }

    private PhaseRequest request(Step step) {
        return new PhaseRequest(
                step,
                Installations.from(offlinePackage.url(), FakePackage.sha256(), controlPlane("cp-1"), worker("w-1")));
    }

    /** Waits for its leave first, as the callback plugin does. */
    private FakeExecutable ansible(String body) {
        return hastyAnsible("until ls \"$HOME\" | grep -q ^begin-; do sleep 0.02; done\n" + body);
    }

    private FakeExecutable hastyAnsible(String body) {
        return FakeExecutable.create(folder.resolve("python/bin"), "ansible-playbook", body);
    }

    private List<Path> kept() {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
