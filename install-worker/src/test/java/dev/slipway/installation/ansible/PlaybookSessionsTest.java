package dev.slipway.installation.ansible;

import static dev.slipway.installation.fixture.Installations.controlPlane;
import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.contracts.operation.Step;
import dev.slipway.installation.fixture.FakePackage;
import dev.slipway.installation.fixture.FakePlanService;
import dev.slipway.installation.fixture.Installations;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.process.FakeExecutable;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.testing.TestActivityEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One Ansible runs the playbooks of phases that follow one another, and only those that are asked for. */
@Timeout(120)
class PlaybookSessionsTest {
    /** Waits for its leave before each playbook, as the callback plugin does, and notes its process at each. */
    private static final String PATIENT = """
            for argument in "$@"; do
                case $argument in
                    *.yml) ;;
                    *) continue ;;
                esac
                playbook=$(basename "$argument" .yml)
                [ "$playbook" != inventory ] || continue
                until [ -e "$HOME/begin-$playbook" ]; do sleep 0.02; done
                echo "$playbook $$" >>"$0.played"
                [ ! -e "$0.broken" ] || exit 2
                echo "{\\"ended\\": \\"$playbook\\"}"
            done
            """;

    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final FakePackage offlinePackage = new FakePackage();
    private final FakePlanService planService = new FakePlanService(
            new NodeAccess("cp-1", "10.0.0.1", 22, "root", "PRIVATE KEY", null, "ssh-ed25519 AAAA"),
            new NodeAccess("w-1", "10.0.0.2", 22, "root", "PRIVATE KEY", null, "ssh-ed25519 AAAA"));

    @TempDir
    private Path folder;

    private FakeExecutable ansible;
    private PhaseActivities phases;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("project"));
        var properties = new AnsibleProperties(
                folder.resolve("project"),
                folder.resolve("python"),
                folder.resolve("runs"),
                Duration.ofDays(7),
                Duration.ofSeconds(2),
                Duration.ofMinutes(30),
                Map.of());
        ansible = FakeExecutable.create(folder.resolve("python/bin"), "ansible-playbook", PATIENT);
        temporal.registerActivitiesImplementations(Phases.of(planService, properties));
        phases = temporal.newActivityStub(PhaseActivities.class);
    }

    @AfterEach
    void stop() {
        phases.runPhase(new PhaseRequest(Step.RESET_HOSTS, installation(worker("w-1"))));
        temporal.close();
        planService.close();
        offlinePackage.close();
    }

    @Test
    void onePhaseAfterTheOtherIsDoneByTheSameAnsible() throws IOException {
        run(Step.CONTAINER_RUNTIME, Step.IMAGES, Step.WORKERS);

        assertThat(played()).extracting(Played::playbook).containsExactly("container-runtime", "images", "workers");
        assertThat(played()).extracting(Played::process).containsOnly(process(0));
    }

    @Test
    void phasesSideBySideAreDoneByTwo() throws IOException {
        run(Step.NETWORK, Step.WORKERS, Step.DNS);

        assertThat(process(0)).isEqualTo(process(2)).isNotEqualTo(process(1));
    }

    @Test
    void whatIsAskedForAnewIsDoneByANewAnsible() throws IOException {
        run(Step.CONTAINER_RUNTIME);

        phases.runPhase(new PhaseRequest(Step.IMAGES, installation()));

        assertThat(process(0)).isNotEqualTo(process(1));
        assertIsGone(process(0));
    }

    @Test
    void aPhaseThatIsRunAgainIsDoneByANewAnsible() throws IOException {
        run(Step.IMAGES, Step.IMAGES);

        assertThat(process(0)).isNotEqualTo(process(1));
        assertIsGone(process(0));
    }

    @Test
    void aFailureEndsItAndTheRetryBeginsAnew() throws IOException {
        run(Step.CONTAINER_RUNTIME);
        Path broken = Files.createFile(Path.of(ansible.path() + ".broken"));
        Throwable failure = catchThrowable(() -> run(Step.IMAGES));
        Files.delete(broken);

        run(Step.IMAGES);

        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.TOOL_FAILED);
        assertThat(process(0)).isEqualTo(process(1)).isNotEqualTo(process(2));
    }

    @Test
    void aFailureEndsAlsoWhatWaitsBesideIt() throws IOException {
        run(Step.PACKAGE_SOURCE, Step.CONTAINER_RUNTIME);
        Path broken = Files.createFile(Path.of(ansible.path() + ".broken"));
        Throwable failure = catchThrowable(() -> run(Step.IMAGES));
        Files.delete(broken);

        assertThat(failure).isNotNull();
        assertIsGone(process(0));
        assertIsGone(process(1));
    }

    @Test
    void aResetEndsWhatWaits() throws IOException {
        run(Step.CONTAINER_RUNTIME, Step.PACKAGE_SOURCE);

        run(Step.RESET_HOSTS);

        assertIsGone(process(0));
        assertIsGone(process(1));
    }

    private void run(Step... steps) {
        for (Step step : steps) {
            phases.runPhase(new PhaseRequest(step, installation(worker("w-1"))));
        }
    }

    private InstallationRequest installation(NodeTarget... workers) {
        var nodes = new ArrayList<>(List.of(controlPlane("cp-1")));
        nodes.addAll(List.of(workers));
        return Installations.from(offlinePackage.url(), FakePackage.sha256(), nodes.toArray(NodeTarget[]::new));
    }

    /** A playbook and the process that ran it. */
    private record Played(String playbook, long process) {
        static Played of(String line) {
            int space = line.indexOf(' ');
            return new Played(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
        }
    }

    private List<Played> played() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(ansible.path() + ".played"))) {
            return lines.map(Played::of).toList();
        }
    }

    private long process(int line) throws IOException {
        return played().get(line).process();
    }

    private static void assertIsGone(long process) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ProcessHandle.of(process).isEmpty());
    }
}
