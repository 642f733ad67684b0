package dev.slipway.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.platform.services.FakeServices;
import dev.slipway.cli.platform.services.Service;
import dev.slipway.cli.platform.services.ServiceHealth;
import dev.slipway.cli.platform.supervisor.FakeSupervisor;
import dev.slipway.cli.platform.supervisor.Supervisor;
import dev.slipway.cli.progress.Detail;
import dev.slipway.cli.waiting.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With words for programs; SupervisorIT and PostgresIT have real ones. */
class PlatformTest {
    @TempDir
    private Path folder;

    private final Detail detail = new Detail(line -> {});
    private FakeServices services;
    private FakeSupervisor supervisor;
    private Instance instance;

    @BeforeEach
    void start() throws IOException {
        begin(List.of(Service.values()));
    }

    private void begin(List<Service> ready) throws IOException {
        services = new FakeServices(ready);
        instance = Instance.of(Map.of(
                "HOME",
                folder.toString(),
                "SLIPWAY_PORT_BASE",
                Integer.toString(services.ports().base())));
        supervisor = new FakeSupervisor(instance.home());
        supervisor.has("postgres", "RUNNING");
        List.of(Service.values()).forEach(service -> supervisor.has(service.id(), "RUNNING"));
    }

    @AfterEach
    void stop() throws IOException {
        supervisor.close();
        services.close();
    }

    private void only(Service ready) throws IOException {
        stop();
        PrivateFiles.delete(instance.home().run());
        begin(List.of(ready));
    }

    @Test
    void aServiceThatRunsIsReadyOnlyWhenItSaysSo() throws IOException {
        only(Service.GATEWAY);
        supervisor.has("postgres", "BACKOFF");

        assertThat(new Platform(instance).running()).isTrue();
        assertThat(new Platform(instance).health())
                .extracting(ProgramHealth::name, ProgramHealth::ready)
                .contains(tuple("gateway", true), tuple("plan-service", false), tuple("postgres", false));
    }

    @Test
    void workersEndBeforeWhatTheyWorkFor() {
        new Platform(instance).stop();

        assertThat(supervisor.calls())
                .containsExactlyInAnyOrder(
                        "stopProcess provisioning-worker",
                        "stopProcess install-worker",
                        "stopProcess plan-service",
                        "stopProcess gateway",
                        "shutdown")
                .endsWith("shutdown");
        assertThat(supervisor.calls().subList(0, 2))
                .containsExactlyInAnyOrder("stopProcess provisioning-worker", "stopProcess install-worker");
    }

    @Test
    void whatWillNotStartAgainIsStoppedToo() {
        new Platform(instance).stopForGood();

        assertThat(supervisor.calls()).hasSize(5).endsWith("shutdown");
    }

    @Test
    void servicesAreStartedTogetherAndWaitedFor() {
        supervisor.has("gateway", "STOPPED");

        platformStart().services(detail);

        assertThat(supervisor.calls()).containsExactly("startAllProcesses");
        assertThat(detail).hasToString("4 of 4 ready");
    }

    @Test
    void aServiceOfAnEarlierBuildIsReplaced() {
        supervisor.changes("gateway");

        platformStart().services(detail);

        assertThat(supervisor.calls())
                .containsSubsequence(
                        "stopProcessGroup gateway", "removeProcessGroup gateway", "addProcessGroup gateway");
    }

    @Test
    void aServiceThatDoesNotStartIsToldWithTheEndOfItsLog() throws IOException {
        only(Service.PLAN_SERVICE);
        supervisor.has("gateway", "FATAL");
        supervisor.has("install-worker", "STARTING");
        PrivateFiles.write(instance.home().log("gateway"), "first\n" + "more\n".repeat(14) + "no such table\n");

        assertThatThrownBy(() -> platformStart().services(detail))
                .hasMessageStartingWith("gateway does not start; the end of its log:\n")
                .hasMessageEndingWith("no such table")
                .hasMessageNotContaining("first")
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem ->
                        assertThat(problem.waysOut()).containsExactly("the whole log: slipway logs gateway"));
    }

    @Test
    void aServiceThatIsStillTriedWhenPatienceEndsIsNamed() throws IOException {
        only(Service.PLAN_SERVICE);
        supervisor.triesInVain("install-worker");

        assertThatThrownBy(
                        () -> platformStart(Waiting.upTo(Duration.ofMillis(1))).services(detail))
                .hasMessageStartingWith("install-worker does not start");
    }

    @Test
    void aServiceThatWaitsForItsNextTryIsTriedAtOnce() {
        supervisor.has("gateway", "BACKOFF");

        platformStart().services(detail);

        assertThat(supervisor.calls()).containsExactly("stopProcess gateway", "startAllProcesses");
    }

    @Test
    void aServiceThatRunsButIsNotReadyIsToldAsThat() throws IOException {
        only(Service.PLAN_SERVICE);

        assertThatThrownBy(
                        () -> platformStart(Waiting.upTo(Duration.ofMillis(1))).services(detail))
                .hasMessageStartingWith("provisioning-worker is not ready after 0 s");
    }

    @Test
    void aServiceWithoutALogIsToldToo() throws IOException {
        only(Service.PLAN_SERVICE);
        supervisor.has("gateway", "FATAL");

        assertThatThrownBy(() -> platformStart().services(detail)).hasMessageContaining("(no log)");
    }

    private PlatformStart platformStart() {
        return platformStart(Waiting.upTo(Duration.ofMinutes(1)));
    }

    private PlatformStart platformStart(Waiting patience) {
        return new PlatformStart(
                new Supervisor(instance.home()),
                new ServiceHealth(services.ports()),
                instance.home().logs(),
                patience);
    }
}
