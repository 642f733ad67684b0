package dev.slipway.toolkit.temporal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.wire.TaskQueues;
import io.temporal.activity.Activity;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class StepJournalTest {
    private final TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance();
    private final FakeJournal journal = new FakeJournal();
    private final CountDownLatch working = new CountDownLatch(1);

    @BeforeEach
    void start() {
        var worker = environment.newWorker("test");
        worker.registerWorkflowImplementationTypes(ThreeSteps.class);
        worker.registerActivitiesImplementations((WorkActivities) this::work);
        environment.newWorker(TaskQueues.LIFECYCLE).registerActivitiesImplementations(journal);
        environment.start();
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void recordsBeginningAndEndOfEachStep() {
        assertThat(workflow().run("fine")).isEqualTo("done: fine");

        assertThat(journal.story())
                .containsExactly(
                        "TIME SKIPPED", "IMAGES RUNNING", "IMAGES SUCCEEDED", "PUBLISH RUNNING", "PUBLISH SUCCEEDED");
        assertThat(journal.reports()).allMatch(report -> report.operationId().equals("operation-1"));
    }

    @Test
    void recordsWhyAStepFailed() {
        assertThatThrownBy(() -> workflow().run("fail")).isInstanceOf(WorkflowFailedException.class);

        assertThat(journal.story()).endsWith("IMAGES RUNNING", "IMAGES FAILED");
        assertThat(journal.reports().getLast().failure())
                .isEqualTo(new Failure(FailureType.PACKAGE_DAMAGED, "wrong digest", "node-1"));
    }

    @Test
    void recordsACancelOnceTheWorkIsGone() throws Exception {
        var stub = WorkflowStub.fromTyped(workflow());
        stub.start("wait");
        working.await();

        stub.cancel();

        assertThatThrownBy(() -> stub.getResult(60, SECONDS, String.class)).hasCauseInstanceOf(CanceledFailure.class);
        await().atMost(30, SECONDS).until(() -> journal.story().contains("IMAGES CANCELED"));
        assertThat(journal.reports().getLast().failure()).isNull();
        assertThat(journal.story()).doesNotContain("PUBLISH RUNNING");
    }

    private JournaledWorkflow workflow() {
        WorkflowClient client = environment.getWorkflowClient();
        return client.newWorkflowStub(
                JournaledWorkflow.class,
                WorkflowOptions.newBuilder().setTaskQueue("test").build());
    }

    private String work(String task) {
        return switch (task) {
            case "fail" -> throw Failures.of(FailureType.PACKAGE_DAMAGED, "wrong digest", "node-1", null);
            case "wait" -> waitForCancel();
            default -> "done: " + task;
        };
    }

    /** Heartbeats until Temporal throws, as a program would be stopped. */
    private String waitForCancel() {
        working.countDown();
        var context = Activity.getExecutionContext();
        await().pollInSameThread().atMost(120, SECONDS).until(() -> {
            context.heartbeat(null);
            return false;
        });
        return "never canceled";
    }
}
