package dev.slipway.plan.run;

import dev.slipway.contracts.cluster.ClusterCreation;
import dev.slipway.contracts.cluster.ClusterDeletion;
import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.contracts.operation.CancelRequest;
import dev.slipway.contracts.operation.DecisionRequest;
import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.StepPlace;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The only place where the request path meets the blocking Temporal client. */
@Component
class OperationWorkflows {
    /** An answer comes within milliseconds, or the worker of the workflow is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WorkflowClient client;

    OperationWorkflows(WorkflowClient client) {
        this.client = client;
    }

    /** Starts the workflow of an operation; false when a workflow of the cluster is open already. */
    Mono<Boolean> start(Operation operation) {
        return Mono.fromCallable(() -> startNow(operation)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Asks the workflow of an operation to cancel; false when it is not open. */
    Mono<Boolean> cancel(Operation operation) {
        return Mono.fromCallable(() -> cancelNow(operation)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Ends the workflow of an operation, and those of the workers that belong to it, without asking them. */
    Mono<Void> terminate(Operation operation, String reason) {
        return Mono.<Void>fromRunnable(() -> new WorkflowFamily(client, operation).terminate(reason))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Stops the steps that run in a workflow; they wait for a decision then. */
    Mono<Void> cancelStep(String workflowId, CancelRequest request) {
        return update(workflowId, "cancelStep", request.id(), request);
    }

    /** Tells a stopped workflow what a person decided. */
    Mono<Void> decide(String workflowId, DecisionRequest request) {
        return update(workflowId, "decide", request.id(), request);
    }

    /** Wakes a workflow that holds. */
    Mono<Void> resume(String workflowId) {
        return Mono.<Void>fromRunnable(
                        () -> client.newUntypedWorkflowStub(workflowId).signal("resume"))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .onErrorMap(Refusals::named);
    }

    private Mono<Void> update(String workflowId, String name, String id, Object request) {
        var options = UpdateOptions.newBuilder(Void.class)
                .setUpdateName(name)
                .setUpdateId(id)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        return Mono.<Void>fromRunnable(() -> client.newUntypedWorkflowStub(workflowId)
                        .startUpdate(options, request)
                        .getResult())
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .onErrorMap(Refusals::named);
    }

    private boolean startNow(Operation operation) {
        var request = new ClusterRequest(operation.reference());
        var options = options(operation.clusterId());
        try {
            switch (operation.kind()) {
                case CREATE ->
                    WorkflowClient.start(client.newWorkflowStub(ClusterCreation.class, options)::create, request);
                case DELETE ->
                    WorkflowClient.start(client.newWorkflowStub(ClusterDeletion.class, options)::delete, request);
            }
            return true;
        } catch (WorkflowExecutionAlreadyStarted e) {
            return false;
        }
    }

    /**
     * Operations of a cluster share their workflow's id: just that run is canceled which was seen to be of its kind.
     */
    private boolean cancelNow(Operation operation) {
        try {
            var id = StepPlace.LIFECYCLE.workflowId(operation.clusterId().toString());
            var open = client.newUntypedWorkflowStub(id).describe();
            if (!open.getWorkflowType().equals(type(operation.kind()))) {
                return false;
            }
            client.newUntypedWorkflowStub(WorkflowTargetOptions.newBuilder()
                            .setWorkflowExecution(open.getExecution())
                            .build())
                    .cancel();
            return true;
        } catch (WorkflowNotFoundException e) {
            return false;
        }
    }

    /** Returns the type of the workflow that carries operations of a kind out. */
    static String type(OperationKind kind) {
        return switch (kind) {
            case CREATE -> ClusterCreation.class.getSimpleName();
            case DELETE -> ClusterDeletion.class.getSimpleName();
        };
    }

    private static WorkflowOptions options(UUID cluster) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(StepPlace.LIFECYCLE.workflowId(cluster.toString()))
                .setTaskQueue(TaskQueues.LIFECYCLE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .build();
    }
}
