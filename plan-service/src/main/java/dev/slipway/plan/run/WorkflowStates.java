package dev.slipway.plan.run;

import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.StepPlace;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks Temporal what it knows of the workflow of a cluster. */
@Component
public class WorkflowStates {
    private final WorkflowClient client;
    private final long longestHistory;

    WorkflowStates(WorkflowClient client, @Value("${slipway.operations.longest-history:15000}") long longestHistory) {
        this.client = client;
        this.longestHistory = longestHistory;
    }

    /** Tells whether the workflow of an operation is open; those of a cluster's other operations have the same id. */
    public Mono<Boolean> isOpen(Operation operation) {
        return Mono.fromCallable(() -> isOpenNow(operation)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Tells whether a step of a workflow can be tried once more without the workflow's history becoming too long. */
    Mono<Boolean> hasRoom(String workflowId) {
        return Mono.fromCallable(() -> history(workflowId).hasRoom(longestHistory))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(Refusals::named);
    }

    private HistorySize history(String workflowId) {
        var info = client.newUntypedWorkflowStub(workflowId).describe().getWorkflowExecutionInfo();
        return new HistorySize(info.getHistoryLength(), info.getHistorySizeBytes());
    }

    private boolean isOpenNow(Operation operation) {
        var id = StepPlace.LIFECYCLE.workflowId(operation.clusterId().toString());
        try {
            var last = client.newUntypedWorkflowStub(id).describe();
            return last.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
                    && last.getWorkflowType().equals(OperationWorkflows.type(operation.kind()));
        } catch (WorkflowNotFoundException e) {
            return false;
        }
    }
}
