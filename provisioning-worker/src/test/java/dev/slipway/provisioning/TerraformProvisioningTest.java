package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.provisioning.ProvisioningWorkflow;
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
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TerraformProvisioningTest {
    private static final String ID = "cluster-1-provisioning";

    private final TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(SlipwayDataConverter.create())
                            .build())
                    .build());
    private final FakeInfrastructure infrastructure = new FakeInfrastructure();
    private final FakeJournal journal = new FakeJournal();
    private final Person person = new Person(temporal.getWorkflowClient());
    private final ProvisioningWorkflow workflow = temporal.getWorkflowClient()
            .newWorkflowStub(
                    ProvisioningWorkflow.class,
                    WorkflowOptions.newBuilder()
                            .setTaskQueue(TaskQueues.PROVISIONING)
                            .setWorkflowId(ID)
                            .build());

    @BeforeEach
    void start() {
        var worker = temporal.newWorker(
                TaskQueues.PROVISIONING,
                WorkerOptions.newBuilder()
                        .setMaxHeartbeatThrottleInterval(Duration.ofMillis(200))
                        .build());
        worker.registerWorkflowImplementationTypes(TerraformProvisioning.class, TerraformDeprovisioning.class);
        worker.registerActivitiesImplementations(infrastructure);
        temporal.newWorker(TaskQueues.LIFECYCLE).registerActivitiesImplementations(journal);
        temporal.start();
    }

    @AfterEach
    void stop() {
        temporal.close();
    }

    @Test
    void plansRecordsAppliesAndWaitsForTheHosts() {
        assertThat(workflow.provision(Samples.request())).isEqualTo(Samples.hosts());

        assertThat(infrastructure.calls()).containsExactly("plan", "apply +1", "expectAnswers");
        assertThat(journal.story())
                .containsExactly(
                        "PLAN_HOSTS RUNNING",
                        "plan of op-1: +1 ~0 -0",
                        "PLAN_HOSTS SUCCEEDED",
                        "CREATE_HOSTS RUNNING",
                        "CREATE_HOSTS SUCCEEDED");
        record("finished");
    }

    @Test
    void triesAgainWhatMaySucceedTheNextTime() {
        infrastructure.fail("apply", Failures.of(FailureType.TERRAFORM_FAILED, "Terraform: it rained."));

        workflow.provision(Samples.request());

        assertThat(infrastructure.calls()).containsExactly("plan", "apply +1", "apply +1", "expectAnswers");
    }

    @Test
    void stopsAtAFailureThatNeedsAPersonAndGoesOnWithTheOrderOfThen() {
        infrastructure.fail("plan", Failures.of(FailureType.CREDENTIALS_REJECTED, "Docker says no."));
        WorkflowClient.start(workflow::provision, Samples.request());

        person.decides(ID, Step.PLAN_HOSTS, Decision.RETRY);
        WorkflowStub.fromTyped(workflow).getResult(Void.class);

        assertThat(infrastructure.calls()).containsExactly("plan", "plan", "apply +1", "expectAnswers");
        assertThat(journal.story())
                .startsWith(
                        "PLAN_HOSTS RUNNING",
                        "PLAN_HOSTS FAILED CREDENTIALS_REJECTED: Docker says no.",
                        "PLAN_HOSTS decided: RETRY",
                        "order",
                        "PLAN_HOSTS RUNNING");
        record("retried");
    }

    @Test
    void endsWhenAPersonAbandonsIt() {
        infrastructure.fail("apply", Failures.of(FailureType.QUOTA_EXCEEDED, "No disk left."));
        WorkflowClient.start(workflow::provision, Samples.request());

        person.decides(ID, Step.CREATE_HOSTS, Decision.ABANDON);

        var thrown = catchThrowable(() -> WorkflowStub.fromTyped(workflow).getResult(Void.class));
        assertThat(Decided.in(thrown).orElseThrow().decision()).isEqualTo(Decision.ABANDON);
        assertThat(journal.story()).last().isEqualTo("CREATE_HOSTS decided: ABANDON");
        record("abandoned");
    }

    @Test
    void asksHostsThatWereJustStartedUntilTheyAnswer() {
        var silent = Failures.notYet("No answer on SSH yet from demo-worker-1");
        infrastructure.fail("expectAnswers", silent, silent);

        workflow.provision(Samples.request());

        assertThat(infrastructure.calls()).filteredOn("expectAnswers"::equals).hasSize(3);
    }

    @Test
    void namesTheHostsThatNeverAnswer() {
        infrastructure.fail(
                "expectAnswers",
                Collections.nCopies(1000, Failures.notYet("No answer on SSH yet from demo-worker-1"))
                        .toArray(RuntimeException[]::new));

        WorkflowClient.start(workflow::provision, Samples.request());
        temporal.sleep(Duration.ofMinutes(10));
        person.decides(ID, Step.CREATE_HOSTS, Decision.ABANDON);

        assertThat(journal.story()).contains("CREATE_HOSTS FAILED NOT_READY: No answer on SSH yet from demo-worker-1");
    }

    @Test
    void recordsACancelOnceTheRunIsGone() throws InterruptedException {
        infrastructure.hangIn("apply");
        WorkflowClient.start(workflow::provision, Samples.request());
        assertThat(infrastructure.hanging().await(20, TimeUnit.SECONDS)).isTrue();

        var stub = WorkflowStub.fromTyped(workflow);
        stub.cancel();

        assertThat(catchThrowable(() -> stub.getResult(Void.class))).hasRootCauseInstanceOf(CanceledFailure.class);
        assertThat(journal.story()).last().isEqualTo("CREATE_HOSTS CANCELED");
        record("canceled");
    }

    private void record(String story) {
        HistoryReplay.record(TerraformProvisioning.class, story, temporal.getWorkflowClient(), ID);
    }
}
