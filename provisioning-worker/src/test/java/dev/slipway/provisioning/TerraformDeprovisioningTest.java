package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.provisioning.DeprovisioningWorkflow;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.temporal.HistoryReplay;
import dev.slipway.toolkit.temporal.Person;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.TestWorkflowExtension;
import io.temporal.worker.Worker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class TerraformDeprovisioningTest {
    @RegisterExtension
    static final TestWorkflowExtension temporal = TestWorkflowExtension.newBuilder()
            .registerWorkflowImplementationTypes(TerraformDeprovisioning.class)
            .setDoNotStart(true)
            .build();

    private final FakeInfrastructure infrastructure = new FakeInfrastructure();
    private final FakeJournal journal = new FakeJournal();

    @Test
    void destroysInOneStep(TestWorkflowEnvironment environment, Worker worker, DeprovisioningWorkflow workflow) {
        start(environment, worker);

        workflow.deprovision(Samples.request());

        assertThat(infrastructure.calls()).containsExactly("destroy");
        assertThat(journal.story()).containsExactly("DESTROY_HOSTS RUNNING", "DESTROY_HOSTS SUCCEEDED");
        record("finished", environment, workflow);
    }

    @Test
    void saysWhyItCouldNotAndLeavesBehindWhatAPersonSays(
            TestWorkflowEnvironment environment, Worker worker, DeprovisioningWorkflow workflow) {
        infrastructure.fail("destroy", Failures.of(FailureType.QUOTA_EXCEEDED, "No disk left."));
        start(environment, worker);

        leftBehind(environment, workflow);

        assertThat(journal.story())
                .containsExactly(
                        "DESTROY_HOSTS RUNNING",
                        "DESTROY_HOSTS FAILED QUOTA_EXCEEDED: No disk left.",
                        "DESTROY_HOSTS decided: LEAVE_BEHIND",
                        "DESTROY_HOSTS SKIPPED QUOTA_EXCEEDED: No disk left.",
                        "DESTROY_HOSTS left [demo-worker-1] for null");
        assertThat(infrastructure.calls()).containsExactly("destroy", "leaveBehind");
        record("left-behind", environment, workflow);
    }

    @Test
    void goesOnWhenNobodyCanTellWhatIsLeft(
            TestWorkflowEnvironment environment, Worker worker, DeprovisioningWorkflow workflow) {
        infrastructure.fail("destroy", Failures.of(FailureType.QUOTA_EXCEEDED, "No disk left."));
        infrastructure.fail("leaveBehind", Failures.of(FailureType.INVALID_REQUEST, "No such folder."));
        start(environment, worker);

        leftBehind(environment, workflow);

        assertThat(infrastructure.calls()).containsExactly("destroy", "leaveBehind");
        assertThat(journal.story()).endsWith("DESTROY_HOSTS SKIPPED QUOTA_EXCEEDED: No disk left.");
        record("left-unknown", environment, workflow);
    }

    private static void leftBehind(TestWorkflowEnvironment environment, DeprovisioningWorkflow workflow) {
        var execution = WorkflowClient.start(workflow::deprovision, Samples.request());
        new Person(environment.getWorkflowClient())
                .decides(execution.getWorkflowId(), Step.DESTROY_HOSTS, Decision.LEAVE_BEHIND);
        WorkflowStub.fromTyped(workflow).getResult(Void.class);
    }

    @Test
    void aRetryAsksForTheOrderAnew(
            TestWorkflowEnvironment environment, Worker worker, DeprovisioningWorkflow workflow) {
        retried(environment, worker, workflow);

        assertThat(infrastructure.calls()).containsExactly("destroy", "destroy");
        assertThat(journal.story())
                .containsSubsequence("DESTROY_HOSTS decided: RETRY", "order", "DESTROY_HOSTS SUCCEEDED");
    }

    @Test
    void aRetryGoesOnWithoutAnOrder(
            TestWorkflowEnvironment environment, Worker worker, DeprovisioningWorkflow workflow) {
        journal.loseOrder();

        retried(environment, worker, workflow);

        assertThat(infrastructure.calls()).containsExactly("destroy", "destroy");
        assertThat(journal.story()).endsWith("DESTROY_HOSTS SUCCEEDED");
    }

    private void retried(TestWorkflowEnvironment environment, Worker worker, DeprovisioningWorkflow workflow) {
        infrastructure.fail("destroy", Failures.of(FailureType.PACKAGE_DAMAGED, "Moved."));
        start(environment, worker);
        var execution = WorkflowClient.start(workflow::deprovision, Samples.request());
        new Person(environment.getWorkflowClient())
                .decides(execution.getWorkflowId(), Step.DESTROY_HOSTS, Decision.RETRY);
        WorkflowStub.fromTyped(workflow).getResult(Void.class);
    }

    private void start(TestWorkflowEnvironment environment, Worker worker) {
        worker.registerActivitiesImplementations(infrastructure);
        environment.newWorker(TaskQueues.LIFECYCLE).registerActivitiesImplementations(journal);
        environment.start();
    }

    private static void record(String story, TestWorkflowEnvironment environment, DeprovisioningWorkflow workflow) {
        var id = WorkflowStub.fromTyped(workflow).getExecution().getWorkflowId();
        HistoryReplay.record(TerraformDeprovisioning.class, story, environment.getWorkflowClient(), id);
    }
}
