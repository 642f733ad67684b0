package dev.slipway.toolkit.temporal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.CancelRequest;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.DecisionRequest;
import dev.slipway.contracts.operation.OperationControl;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.TaskQueues;
import io.temporal.activity.Activity;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A workflow of a few steps, whose work a test lets fail or last, on a server that skips time. */
final class RunningSteps implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(30);

    private final TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance();
    private final FakeJournal journal = new FakeJournal();
    private final List<String> worked = new CopyOnWriteArrayList<>();
    private final Map<String, FailureType> failing = new ConcurrentHashMap<>();
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final Set<String> deaf = ConcurrentHashMap.newKeySet();

    RunningSteps() {
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

    FakeJournal journal() {
        return journal;
    }

    /** Returns what was worked on, in its order. */
    List<String> worked() {
        return worked;
    }

    void letFail(String task, FailureType type) {
        failing.put(task, type);
    }

    void letLast(String task) {
        hanging.add(task);
    }

    /** Lets it last without a heartbeat, and so it hears of no cancel. */
    void letLastUnheard(String task) {
        deaf.add(task);
    }

    /** Lets all work come to a good end from now on. */
    void letAllEnd() {
        failing.clear();
        hanging.clear();
        deaf.clear();
    }

    void sleep(Duration time) {
        environment.sleep(time);
    }

    WorkflowStub begun(String task) {
        var options = WorkflowOptions.newBuilder()
                .setTaskQueue("test")
                .setWorkflowId("steps")
                .build();
        var stub = environment.getWorkflowClient().newUntypedWorkflowStub("JournaledWorkflow", options);
        stub.start(task);
        return stub;
    }

    static String result(WorkflowStub stub) {
        try {
            return stub.getResult(120, SECONDS, String.class);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    OperationControl control(WorkflowStub stub) {
        return environment
                .getWorkflowClient()
                .newWorkflowStub(OperationControl.class, stub.getExecution().getWorkflowId());
    }

    /** Decides as soon as the workflow waits for it. */
    void decide(WorkflowStub stub, Step step, Decision decision) {
        new Person(environment.getWorkflowClient()).decides(stub.getExecution().getWorkflowId(), step, decision);
    }

    /** Decides whether the workflow waits for it or not. */
    void decideNow(WorkflowStub stub, Step step, Decision decision) {
        control(stub).decide(new DecisionRequest(decision + "-" + step, step, decision, "alice", null));
    }

    void cancelStep(WorkflowStub stub) {
        control(stub).cancelStep(new CancelRequest("cancel-1", "alice", null));
    }

    void awaitReport(String report) {
        await().atMost(SOON).untilAsserted(() -> assertThat(journal.story()).contains(report));
    }

    void awaitWork(String task) {
        await().atMost(SOON).until(() -> worked.contains(task));
    }

    @Override
    public void close() {
        letAllEnd();
        environment.close();
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
