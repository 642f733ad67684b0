package dev.slipway.plan.run;

import dev.slipway.plan.operation.StepPlace;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks Temporal what it knows of the workflow of a cluster. */
@Component
public class WorkflowStates {
    private final WorkflowClient client;

    WorkflowStates(WorkflowClient client) {
        this.client = client;
    }

    /** Tells whether a workflow of the cluster is open. */
    public Mono<Boolean> isOpen(UUID cluster) {
        return Mono.fromCallable(() -> isOpenNow(StepPlace.LIFECYCLE.workflowId(cluster.toString())))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private boolean isOpenNow(String workflowId) {
        try {
            return client.newUntypedWorkflowStub(workflowId).describe().getStatus()
                    == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        } catch (WorkflowNotFoundException e) {
            return false;
        }
    }
}
