package dev.slipway.installation;

import static dev.slipway.installation.fixture.Installations.anInstallation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.InstallationWorkflow;
import dev.slipway.contracts.installation.UninstallationWorkflow;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.SlipwayDataConverter;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.Decided;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.temporal.HistoryReplay;
import dev.slipway.toolkit.temporal.Person;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhasedInstallationTest {
    private static final String ID = "installation";
    private static final String RESET = "reset";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final RecordedWork work = new RecordedWork();
    private final TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(SlipwayDataConverter.create())
                            .build())
                    .build());

    private final Person person = new Person(temporal.getWorkflowClient());

    @BeforeEach
    void start() {
        var worker = temporal.newWorker(
                TaskQueues.INSTALLATION,
                WorkerOptions.newBuilder()
                        .setDefaultHeartbeatThrottleInterval(Duration.ofMillis(100))
                        .setMaxHeartbeatThrottleInterval(Duration.ofMillis(100))
                        .build());
        worker.registerWorkflowImplementationTypes(PhasedInstallation.class, HostReset.class);
        worker.registerActivitiesImplementations(work);
        temporal.newWorker(TaskQueues.LIFECYCLE).registerActivitiesImplementations(work);
        temporal.start();
    }

    @AfterEach
    void stop() {
        work.lasting.clear();
        temporal.close();
    }

    @Test
    void runsTheStagesOneAfterTheOther() {
        install();

        assertThat(work.story).startsWith("PREFLIGHT").endsWith("VERIFICATION").hasSize(11);
        assertThat(work.story.subList(1, 3)).containsExactlyInAnyOrder("PACKAGE_SOURCE", "CONTAINER_RUNTIME");
        assertThat(work.story.subList(3, 5)).containsExactlyInAnyOrder("HOST_BASELINE", "IMAGES");
        assertThat(work.story.get(5)).isEqualTo("CONTROL_PLANE");
        assertThat(work.story.subList(6, 8)).containsExactlyInAnyOrder("NETWORK", "WORKERS");
        assertThat(work.story.subList(8, 10)).containsExactlyInAnyOrder("DNS", "METRICS_SERVER");
    }

    @Test
    void journalsEachStepAndSkipsWhatDoesNotApply() {
        install();

        assertThat(work.journal)
                .contains("PREFLIGHT RUNNING", "PREFLIGHT SUCCEEDED", "TIME SKIPPED", "VERIFICATION SUCCEEDED")
                .doesNotContain("TIME RUNNING");
        record(PhasedInstallation.class, "finished", ID);
    }

    @Test
    void stopsAtTheStepThatFailsAndGoesOnWithTheOrderOfThen() {
        work.failing.add(Step.PREFLIGHT);
        var workflow = begin();
        await().atMost(SOON).until(() -> work.journal.contains("PREFLIGHT FAILED PREFLIGHT_FAILED"));
        assertThat(work.story).containsExactly("PREFLIGHT");
        work.failing.clear();

        person.decides(ID, Step.PREFLIGHT, Decision.RETRY);
        workflow.getResult(Void.class);

        assertThat(work.story).startsWith("PREFLIGHT", "order", "PREFLIGHT");
        assertThat(work.journal)
                .startsWith("PREFLIGHT RUNNING", "PREFLIGHT FAILED PREFLIGHT_FAILED", "RETRY", "PREFLIGHT RUNNING");
        record(PhasedInstallation.class, "retried", ID);
    }

    @Test
    void letsThePartnerOfAPhaseThatFailsEnd() {
        work.failing.add(Step.NETWORK);
        var workflow = begin();

        person.decides(ID, Step.NETWORK, Decision.ABANDON);

        assertThat(Decided.in(catchThrowable(() -> workflow.getResult(Void.class))))
                .isPresent();
        assertThat(work.journal).contains("NETWORK FAILED PACKAGE_DAMAGED", "WORKERS SUCCEEDED");
        assertThat(work.story).doesNotContain("DNS");
        record(PhasedInstallation.class, "abandoned", ID);
    }

    @Test
    void stopsWhenAPersonCancelsTheRunningStep() {
        work.lasting.add(Step.IMAGES);
        var workflow = begin();
        await().atMost(SOON).until(() -> work.story.contains("IMAGES"));

        person.cancels(ID);
        await().atMost(SOON).until(() -> work.journal.contains("IMAGES CANCELED"));
        work.lasting.clear();
        person.decides(ID, Step.IMAGES, Decision.RETRY);
        workflow.getResult(Void.class);

        assertThat(work.journal).containsSubsequence("IMAGES CANCELED", "CANCEL", "RETRY", "IMAGES SUCCEEDED");
        record(PhasedInstallation.class, "step-canceled", ID);
    }

    @Test
    void aCancelOfTheWholeWaitsForEveryStepThatRunsAndJournalsIt() {
        work.lasting.add(Step.IMAGES);
        work.lasting.add(Step.HOST_BASELINE);
        var workflow = begin();
        await().atMost(SOON).until(() -> work.story.containsAll(List.of("IMAGES", "HOST_BASELINE")));

        workflow.cancel();

        var failure = catchThrowable(() -> workflow.getResult(60, TimeUnit.SECONDS, Void.class));
        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.CANCELED);
        assertThat(work.journal).contains("IMAGES CANCELED", "HOST_BASELINE CANCELED");
        assertThat(work.story).doesNotContain("CONTROL_PLANE");
        record(PhasedInstallation.class, "canceled", ID);
    }

    @Test
    void resetsHosts() {
        reset().uninstall(anInstallation());

        assertThat(work.story).containsExactly("RESET_HOSTS");
        assertThat(work.journal).containsExactly("RESET_HOSTS RUNNING", "RESET_HOSTS SUCCEEDED");
        record(HostReset.class, "finished", RESET);
    }

    @Test
    void aRetriedResetAsksForTheOrderAnew() {
        work.failing.add(Step.RESET_HOSTS);
        var workflow = reset();
        WorkflowClient.start(workflow::uninstall, anInstallation());
        await().atMost(Duration.ofSeconds(30)).until(() -> work.journal.contains("RESET_HOSTS FAILED PACKAGE_DAMAGED"));
        work.failing.clear();

        person.decides(RESET, Step.RESET_HOSTS, Decision.RETRY);
        WorkflowStub.fromTyped(workflow).getResult(Void.class);

        assertThat(work.story).containsExactly("RESET_HOSTS", "order", "RESET_HOSTS");
    }

    @Test
    void leavesBehindHostsThatCannotBeReset() {
        work.failing.add(Step.RESET_HOSTS);
        var workflow = reset();
        WorkflowClient.start(workflow::uninstall, anInstallation());

        person.decides(RESET, Step.RESET_HOSTS, Decision.LEAVE_BEHIND);
        WorkflowStub.fromTyped(workflow).getResult(Void.class);

        assertThat(work.journal)
                .containsSubsequence("RESET_HOSTS RUNNING", "LEAVE_BEHIND")
                .last()
                .asString()
                .startsWith("RESET_HOSTS SKIPPED");
        record(HostReset.class, "left-behind", RESET);
    }

    private void record(Class<?> workflow, String story, String id) {
        HistoryReplay.record(workflow, story, temporal.getWorkflowClient(), id);
    }

    private UninstallationWorkflow reset() {
        return temporal.getWorkflowClient()
                .newWorkflowStub(
                        UninstallationWorkflow.class,
                        options().toBuilder().setWorkflowId(RESET).build());
    }

    private void install() {
        InstallationRequest request = anInstallation();
        stub().install(request);
    }

    private WorkflowStub begin() {
        var workflow = stub();
        WorkflowClient.start(workflow::install, anInstallation());
        return WorkflowStub.fromTyped(workflow);
    }

    private InstallationWorkflow stub() {
        return temporal.getWorkflowClient()
                .newWorkflowStub(
                        InstallationWorkflow.class,
                        options().toBuilder().setWorkflowId(ID).build());
    }

    private static WorkflowOptions options() {
        return WorkflowOptions.newBuilder()
                .setTaskQueue(TaskQueues.INSTALLATION)
                .build();
    }
}
