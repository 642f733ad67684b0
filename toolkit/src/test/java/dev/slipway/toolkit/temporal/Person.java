package dev.slipway.toolkit.temporal;

import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.operation.CancelRequest;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.DecisionRequest;
import dev.slipway.contracts.operation.OperationControl;
import dev.slipway.contracts.operation.Step;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.UUID;

/** Steers workflows as a person would: asks again until the workflow takes it. */
public final class Person {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final WorkflowClient client;

    /** Steers through a client. */
    public Person(WorkflowClient client) {
        this.client = client;
    }

    /** Decides about a step as soon as the workflow waits at it. */
    public void decides(String workflowId, Step step, Decision decision) {
        var request = new DecisionRequest(UUID.randomUUID().toString(), step, decision, "alice", "because");
        untilTaken(() -> control(workflowId).decide(request));
    }

    /** Cancels the step as soon as one runs. */
    public void cancels(String workflowId) {
        var request = new CancelRequest(UUID.randomUUID().toString(), "alice", "enough");
        untilTaken(() -> control(workflowId).cancelStep(request));
    }

    private OperationControl control(String workflowId) {
        return client.newWorkflowStub(OperationControl.class, workflowId);
    }

    private static void untilTaken(Runnable wish) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> {
                    wish.run();
                    return true;
                });
    }
}
