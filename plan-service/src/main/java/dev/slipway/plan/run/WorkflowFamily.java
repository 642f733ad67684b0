package dev.slipway.plan.run;

import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.StepPlace;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowTargetOptions;
import java.util.Arrays;
import java.util.Optional;

/** The workflow of an operation, and those of the workers that belong to it. */
final class WorkflowFamily {
    private final WorkflowClient client;
    private final Operation operation;

    WorkflowFamily(WorkflowClient client, Operation operation) {
        this.client = client;
        this.operation = operation;
    }

    /** Ends them all without asking them; those of the cluster's other operations have the same ids, and go on. */
    void terminate(String reason) {
        latest(StepPlace.LIFECYCLE)
                .filter(parent -> parent.getWorkflowType().equals(OperationWorkflows.type(operation.kind())))
                .ifPresent(parent -> {
                    terminate(parent, reason);
                    Arrays.stream(StepPlace.values())
                            .flatMap(place -> latest(place).stream())
                            .filter(other -> isChild(other, parent))
                            .forEach(child -> terminate(child, reason));
                });
    }

    private static boolean isChild(WorkflowExecutionDescription other, WorkflowExecutionDescription parent) {
        var its = other.getParentExecution();
        return its != null && its.getRunId().equals(parent.getExecution().getRunId());
    }

    private void terminate(WorkflowExecutionDescription found, String reason) {
        if (found.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
            return;
        }
        try {
            var target = WorkflowTargetOptions.newBuilder()
                    .setWorkflowExecution(found.getExecution())
                    .build();
            client.newUntypedWorkflowStub(target).terminate(reason);
        } catch (WorkflowNotFoundException _) {
            // It has ended by itself meanwhile.
        }
    }

    private Optional<WorkflowExecutionDescription> latest(StepPlace place) {
        try {
            var id = place.workflowId(operation.clusterId().toString());
            return Optional.of(client.newUntypedWorkflowStub(id).describe());
        } catch (WorkflowNotFoundException e) {
            return Optional.empty();
        }
    }
}
