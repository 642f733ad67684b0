package dev.slipway.toolkit.temporal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.CancelRequest;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.DecisionReport;
import dev.slipway.contracts.operation.DecisionRequest;
import dev.slipway.contracts.operation.OperationControl;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.contracts.wire.TaskQueues;
import io.temporal.activity.Activity;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class StepsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance();
    private final FakeJournal journal = new FakeJournal();
    private final List<String> worked = new CopyOnWriteArrayList<>();
    private final Map<String, FailureType> failing = new ConcurrentHashMap<>();
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();

    /** Goes on without a heartbeat, and so hears of no cancel. */
    private final Set<String> deaf = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void start() {
        var beat = Duration.ofMillis(100);
        var worker = environment.newWorker(
                "test",
                WorkerOptions.newBuilder()
                        .setDefaultHeartbeatThrottleInterval(beat)
                        .setMaxHeartbeatThrottleInterval(beat)
                        .build());
        worker.registerWorkflowImplementationTypes(ThreeSteps.class);
        worker.registerActivitiesImplementations((WorkActivities) this::work);
        environment.newWorker(TaskQueues.LIFECYCLE).registerActivitiesImplementations(journal);
        environment.start();
    }

    @AfterEach
    void close() {
        hanging.clear();
        deaf.clear();
        environment.close();
    }

    @Test
    void recordsBeginningAndEndOfEachStep() {
        assertThat(result(begun("fine"))).isEqualTo("done: fine");

        assertThat(journal.story())
                .startsWith("TIME SKIPPED", "IMAGES RUNNING", "IMAGES SUCCEEDED")
                .contains("NETWORK SUCCEEDED", "WORKERS SUCCEEDED")
                .endsWith("RESET_HOSTS RUNNING", "RESET_HOSTS SUCCEEDED", "PUBLISH RUNNING", "PUBLISH SUCCEEDED");
        assertThat(journal.reports()).allMatch(report -> report.operationId().equals("operation-1"));
        assertThat(journal.decisions()).isEmpty();
    }

    @Test
    void stopsAtAFailureAndGoesOnWithARetryThatAsksAnew() {
        failing.put("mended", FailureType.PACKAGE_DAMAGED);
        var stub = begun("mended");
        awaitReport("IMAGES FAILED");
        assertThat(journal.reports().getLast().failure())
                .isEqualTo(new Failure(FailureType.PACKAGE_DAMAGED, "broken", "node-1"));
        failing.clear();

        decide(stub, Step.IMAGES, Decision.RETRY);

        assertThat(result(stub)).isEqualTo("done: mended");
        assertThat(worked).containsSubsequence("mended", "refresh", "mended", "NETWORK");
        assertThat(journal.story()).containsSubsequence("IMAGES FAILED", "IMAGES RUNNING", "IMAGES SUCCEEDED");
        assertThat(journal.decisions())
                .extracting(DecisionReport::decision, DecisionReport::requestedBy, DecisionReport::reason)
                .containsExactly(tuple("RETRY", "alice", "disk replaced"));
    }

    @Test
    void staysStoppedWhenTheRequestCannotBeMadeAnew() {
        failing.put("mended", FailureType.PACKAGE_DAMAGED);
        failing.put("refresh", FailureType.RESOURCE_UNAVAILABLE);
        var stub = begun("mended");
        awaitReport("IMAGES FAILED");
        decide(stub, Step.IMAGES, Decision.RETRY);
        await().atMost(SOON).until(() -> worked.contains("refresh"));
        await().atMost(SOON).until(() -> failed(FailureType.RESOURCE_UNAVAILABLE));
        failing.clear();

        control(stub).decide(new DecisionRequest("again", Step.IMAGES, Decision.RETRY, "alice", null));

        assertThat(result(stub)).isEqualTo("done: mended");
    }

    private boolean failed(FailureType type) {
        return journal.reports().stream()
                .map(StepReport::failure)
                .anyMatch(failure -> failure != null && failure.type() == type);
    }

    @Test
    void waitsForDaysAndTellsADecisionToTheLeader() {
        failing.put("broken", FailureType.PREFLIGHT_FAILED);
        var stub = begun("broken");
        awaitReport("IMAGES FAILED");
        environment.sleep(Duration.ofDays(400));

        decide(stub, Step.IMAGES, Decision.ROLL_BACK);

        var decided = Decided.in(catchThrowable(() -> result(stub))).orElseThrow();
        assertThat(decided.decision()).isEqualTo(Decision.ROLL_BACK);
        assertThat(decided.failure().type()).isEqualTo(FailureType.PREFLIGHT_FAILED);
        assertThat(worked).doesNotContain("NETWORK");
    }

    @Test
    void refusesADecisionThatDoesNotFit() {
        failing.put("broken", FailureType.PREFLIGHT_FAILED);
        var stub = begun("broken");
        awaitReport("IMAGES FAILED");

        assertThatThrownBy(() -> decide(stub, Step.NETWORK, Decision.RETRY))
                .isInstanceOf(WorkflowUpdateException.class)
                .hasStackTraceContaining("does not wait for a decision about the step Network");
        assertThatThrownBy(() -> decide(stub, Step.IMAGES, Decision.LEAVE_BEHIND))
                .hasStackTraceContaining("LEAVE_BEHIND is no choice for the step Images");
        assertThatThrownBy(() -> cancelStep(stub)).hasStackTraceContaining("No step runs here");
    }

    @Test
    void aCanceledStepStopsAndCanBeTriedAgain() {
        hanging.add("long");
        var stub = begun("long");
        await().atMost(SOON).until(() -> worked.contains("long"));

        cancelStep(stub);
        awaitReport("IMAGES CANCELED");
        assertThat(journal.reports().getLast().failure()).isNull();
        hanging.clear();
        decide(stub, Step.IMAGES, Decision.RETRY);

        assertThat(result(stub)).isEqualTo("done: long");
        assertThat(journal.decisions())
                .extracting(DecisionReport::decision)
                .containsExactly(DecisionReport.CANCEL, "RETRY");
    }

    @Test
    void letsAPartnerEndAndRetriesOnlyWhatFailed() {
        failing.put("NETWORK", FailureType.PACKAGE_DAMAGED);
        var stub = begun("fine");
        awaitReport("NETWORK FAILED");
        awaitReport("WORKERS SUCCEEDED");
        failing.clear();

        decide(stub, Step.NETWORK, Decision.RETRY);

        assertThat(result(stub)).isEqualTo("done: fine");
        assertThat(worked).filteredOn("NETWORK"::equals).hasSize(2);
        assertThat(worked).filteredOn("WORKERS"::equals).hasSize(1);
    }

    @Test
    void goesOnWithoutWhatIsLeftBehind() {
        failing.put("reset", FailureType.HOST_KEY_CHANGED);
        var stub = begun("fine");
        awaitReport("RESET_HOSTS FAILED");

        decide(stub, Step.RESET_HOSTS, Decision.LEAVE_BEHIND);

        assertThat(result(stub)).isEqualTo("done: fine");
        assertThat(journal.story())
                .endsWith("RESET_HOSTS FAILED", "RESET_HOSTS SKIPPED", "PUBLISH RUNNING", "PUBLISH SUCCEEDED");
        assertThat(journal.reports())
                .filteredOn(report -> report.state() == StepState.SKIPPED && report.step() == Step.RESET_HOSTS)
                .allMatch(report -> report.failure() != null);
    }

    @Test
    void holdsBeforeAStepUntilItIsResumed() {
        journal.hold(true);
        var stub = begun("fine");
        await().atMost(SOON).until(() -> journal.held() == 1);
        assertThat(worked).isEmpty();

        resume(stub);
        await().atMost(SOON).until(() -> journal.held() == 2);
        journal.hold(false);
        resume(stub);

        assertThat(result(stub)).isEqualTo("done: fine");
    }

    @Test
    void aHeldStepCanBeCanceled() {
        journal.hold(true);
        var stub = begun("fine");
        await().atMost(SOON).until(() -> journal.held() == 1);

        cancelStep(stub);

        awaitReport("IMAGES CANCELED");
        journal.hold(false);
        decide(stub, Step.IMAGES, Decision.ABANDON);
        assertThat(Decided.in(catchThrowable(() -> result(stub)))).isPresent();
    }

    @Test
    void aCancelThatComesWhileASuccessIsToldIsRefusedAndChangesNothing() {
        var refused = new CompletableFuture<Throwable>();
        var begun = begun("fine");
        journal.beforeSuccess(() -> {
            if (!refused.isDone()) {
                refused.complete(catchThrowable(() -> cancelStep(begun)));
            }
        });

        assertThat(result(begun)).isEqualTo("done: fine");

        assertThat(refused.join()).hasStackTraceContaining("No step runs here");
        assertThat(journal.story()).noneMatch(report -> report.endsWith(" CANCELED"));
    }

    @Test
    void aStepThatSucceedsInSpiteOfItsCancelStopsTheOperation() {
        deaf.add("long");
        var stub = begun("long");
        await().atMost(SOON).until(() -> worked.contains("long"));

        cancelStep(stub);
        deaf.clear();
        awaitReport("IMAGES CANCELED");
        await().atMost(SOON).until(() -> !journal.decisions().isEmpty());
        assertThat(worked).doesNotContain("NETWORK");
        decide(stub, Step.IMAGES, Decision.RETRY);

        assertThat(result(stub)).isEqualTo("done: long");
        assertThat(journal.decisions())
                .extracting(DecisionReport::decision)
                .containsExactly(DecisionReport.CANCEL, "RETRY");
    }

    @Test
    void aCancelOfTheLastStepThatSucceedsIsRecordedAndChangesNothing() {
        deaf.add("publish");
        var stub = begun("fine");
        await().atMost(SOON).until(() -> worked.contains("publish"));

        cancelStep(stub);
        deaf.clear();

        assertThat(result(stub)).isEqualTo("done: fine");
        assertThat(journal.story()).endsWith("PUBLISH RUNNING", "PUBLISH SUCCEEDED");
        assertThat(journal.decisions()).extracting(DecisionReport::decision).containsExactly(DecisionReport.CANCEL);
    }

    @Test
    void aCancelOfTheWorkflowWaitsForTheWorkAndLeavesNothingToDecide() {
        hanging.add("long");
        var stub = begun("long");
        await().atMost(SOON).until(() -> worked.contains("long"));

        stub.cancel();

        assertThatThrownBy(() -> result(stub)).hasCauseInstanceOf(CanceledFailure.class);
        assertThat(journal.story()).endsWith("IMAGES RUNNING", "IMAGES CANCELED");
    }

    @Test
    void aCancelOfTheWorkflowEndsTheWaitForADecision() {
        failing.put("broken", FailureType.PREFLIGHT_FAILED);
        var stub = begun("broken");
        awaitReport("IMAGES FAILED");

        stub.cancel();

        assertThatThrownBy(() -> result(stub)).hasCauseInstanceOf(CanceledFailure.class);
    }

    private WorkflowStub begun(String task) {
        var stub = environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        "JournaledWorkflow",
                        WorkflowOptions.newBuilder()
                                .setTaskQueue("test")
                                .setWorkflowId("steps")
                                .build());
        stub.start(task);
        return stub;
    }

    private static String result(WorkflowStub stub) {
        try {
            return stub.getResult(120, SECONDS, String.class);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private OperationControl control(WorkflowStub stub) {
        return environment
                .getWorkflowClient()
                .newWorkflowStub(OperationControl.class, stub.getExecution().getWorkflowId());
    }

    private void decide(WorkflowStub stub, Step step, Decision decision) {
        control(stub).decide(new DecisionRequest(decision + "-" + step, step, decision, "alice", "disk replaced"));
    }

    private void cancelStep(WorkflowStub stub) {
        control(stub).cancelStep(new CancelRequest("cancel-1", "alice", null));
    }

    private void resume(WorkflowStub stub) {
        control(stub).resume();
    }

    private void awaitReport(String report) {
        await().atMost(SOON).untilAsserted(() -> assertThat(journal.story()).contains(report));
    }

    private String work(String task) {
        worked.add(task);
        var failure = failing.get(task);
        if (failure != null) {
            throw Failures.of(failure, "broken", "node-1", null);
        }
        while (hanging.contains(task)) {
            Activity.getExecutionContext().heartbeat(null);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        while (deaf.contains(task)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return "done: " + task;
    }
}
