package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.installation.InstallationWorkflow;
import dev.slipway.contracts.installation.UninstallationWorkflow;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.provisioning.DeprovisioningWorkflow;
import dev.slipway.contracts.provisioning.ProvisioningWorkflow;
import dev.slipway.contracts.wire.TaskQueues;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;

/** The workflows of the workers, as children: a cancel reaches them, and is over when they have stopped. */
final class ClusterChildren {
    private final String prefix;

    ClusterChildren(OperationReference operation) {
        this.prefix = "cluster-" + operation.clusterId() + "-";
    }

    ProvisioningWorkflow provisioning() {
        return child(ProvisioningWorkflow.class, "provisioning", TaskQueues.PROVISIONING);
    }

    DeprovisioningWorkflow deprovisioning() {
        return child(DeprovisioningWorkflow.class, "deprovisioning", TaskQueues.PROVISIONING);
    }

    InstallationWorkflow installation() {
        return child(InstallationWorkflow.class, "installation", TaskQueues.INSTALLATION);
    }

    UninstallationWorkflow uninstallation() {
        return child(UninstallationWorkflow.class, "uninstallation", TaskQueues.INSTALLATION);
    }

    private <T> T child(Class<T> type, String name, String queue) {
        return Workflow.newChildWorkflowStub(
                type,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(prefix + name)
                        .setTaskQueue(queue)
                        .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
                        .build());
    }
}
