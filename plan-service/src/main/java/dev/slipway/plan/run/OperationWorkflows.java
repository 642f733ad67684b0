package dev.slipway.plan.run;

import dev.slipway.contracts.cluster.ClusterCreation;
import dev.slipway.contracts.cluster.ClusterDeletion;
import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.plan.operation.Operation;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The only place where the request path meets the blocking Temporal client. */
@Component
class OperationWorkflows {
    private final WorkflowClient client;

    OperationWorkflows(WorkflowClient client) {
        this.client = client;
    }

    /** Starts the workflow of an operation; false when a workflow of the cluster is open already. */
    Mono<Boolean> start(Operation operation) {
        return Mono.fromCallable(() -> startNow(operation)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Asks the workflow of a cluster to cancel; false when none is open. */
    Mono<Boolean> cancel(UUID cluster) {
        return Mono.fromCallable(() -> cancelNow(cluster)).subscribeOn(Schedulers.boundedElastic());
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

    private boolean cancelNow(UUID cluster) {
        try {
            client.newUntypedWorkflowStub(id(cluster)).cancel();
            return true;
        } catch (WorkflowNotFoundException e) {
            return false;
        }
    }

    private static WorkflowOptions options(UUID cluster) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(id(cluster))
                .setTaskQueue(TaskQueues.LIFECYCLE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .build();
    }

    private static String id(UUID cluster) {
        return "cluster-" + cluster;
    }
}
