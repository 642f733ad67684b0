package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.installation.InstallationWorkflow;
import dev.slipway.contracts.installation.UninstallationWorkflow;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.provisioning.DeprovisioningWorkflow;
import dev.slipway.contracts.provisioning.ProvisioningWorkflow;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.plan.operation.StepPlace;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;

/** The workflows of the workers, as children: a cancel reaches them, and is over when they have stopped. */
final class ClusterChildren {
    private final String clusterId;

    ClusterChildren(OperationReference operation) {
        this.clusterId = operation.clusterId();
    }

    ProvisioningWorkflow provisioning() {
        return child(ProvisioningWorkflow.class, StepPlace.PROVISIONING, TaskQueues.PROVISIONING);
    }

    DeprovisioningWorkflow deprovisioning() {
        return child(DeprovisioningWorkflow.class, StepPlace.DEPROVISIONING, TaskQueues.PROVISIONING);
    }

    InstallationWorkflow installation() {
        return child(InstallationWorkflow.class, StepPlace.INSTALLATION, TaskQueues.INSTALLATION);
    }

    UninstallationWorkflow uninstallation() {
        return child(UninstallationWorkflow.class, StepPlace.UNINSTALLATION, TaskQueues.INSTALLATION);
    }

    private <T> T child(Class<T> type, StepPlace place, String queue) {
        return Workflow.newChildWorkflowStub(
                type,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(place.workflowId(clusterId))
                        .setTaskQueue(queue)
                        .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
                        .build());
    }
}
