package dev.slipway.installation;

import static dev.slipway.installation.fixture.Installations.anInstallation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.InstallationWorkflow;
import dev.slipway.contracts.installation.UninstallationWorkflow;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.SlipwayDataConverter;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.temporal.HistoryReplay;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class PhasedInstallationTest {
    private final RecordedWork work = new RecordedWork();
    private final TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(SlipwayDataConverter.create())
                            .build())
                    .build());

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
    }

    @Test
    void stopsAtTheStepThatFails() {
        work.failing.add(Step.PREFLIGHT);

        Throwable failure = catchThrowable(this::install);

        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.PREFLIGHT_FAILED);
        assertThat(Failures.from(failure).host()).isEqualTo("worker-1");
        assertThat(work.story).containsExactly("PREFLIGHT");
        assertThat(work.journal).containsExactly("PREFLIGHT RUNNING", "PREFLIGHT FAILED PREFLIGHT_FAILED");
    }

    @Test
    void stopsThePartnerOfAPhaseThatFails() {
        work.failing.add(Step.NETWORK);
        work.lasting.add(Step.WORKERS);

        Throwable failure = catchThrowable(this::install);

        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.PACKAGE_DAMAGED);
        assertThat(work.journal).contains("NETWORK FAILED PACKAGE_DAMAGED", "WORKERS CANCELED");
        assertThat(work.story).doesNotContain("DNS");
    }

    @Test
    void journalsTheCancelOfTheRunningStep() {
        work.lasting.add(Step.IMAGES);
        var workflow = stub();
        WorkflowClient.start(workflow::install, anInstallation());
        await().atMost(Duration.ofSeconds(20)).until(() -> work.story.contains("IMAGES"));

        WorkflowStub.fromTyped(workflow).cancel();

        Throwable failure =
                catchThrowable(() -> WorkflowStub.fromTyped(workflow).getResult(Void.class));
        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.CANCELED);
        assertThat(work.journal).endsWith("IMAGES CANCELED");
        assertThat(work.story).doesNotContain("CONTROL_PLANE");
    }

    @Test
    void resetsHosts() {
        temporal.getWorkflowClient()
                .newWorkflowStub(UninstallationWorkflow.class, options())
                .uninstall(anInstallation());

        assertThat(work.story).containsExactly("RESET_HOSTS");
        assertThat(work.journal).containsExactly("RESET_HOSTS RUNNING", "RESET_HOSTS SUCCEEDED");
    }

    @Test
    @EnabledIfSystemProperty(named = "slipway.record-history", matches = ".+")
    void isRecordedForLaterReplays() {
        String version = System.getProperty("slipway.record-history");
        install();
        temporal.getWorkflowClient()
                .newWorkflowStub(
                        UninstallationWorkflow.class,
                        options().toBuilder().setWorkflowId("reset").build())
                .uninstall(anInstallation());

        HistoryReplay.record(PhasedInstallation.class, version, history("installation"));
        HistoryReplay.record(HostReset.class, version, history("reset"));
    }

    private String history(String workflowId) {
        return temporal.getWorkflowClient().fetchHistory(workflowId).toJson(true);
    }

    private void install() {
        InstallationRequest request = anInstallation();
        stub().install(request);
    }

    private InstallationWorkflow stub() {
        return temporal.getWorkflowClient()
                .newWorkflowStub(
                        InstallationWorkflow.class,
                        options().toBuilder().setWorkflowId("installation").build());
    }

    private static WorkflowOptions options() {
        return WorkflowOptions.newBuilder()
                .setTaskQueue(TaskQueues.INSTALLATION)
                .build();
    }
}
