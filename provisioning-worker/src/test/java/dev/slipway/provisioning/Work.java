package dev.slipway.provisioning;

import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.provisioning.DeprovisioningWorkflow;
import dev.slipway.contracts.provisioning.ProvisioningWorkflow;
import dev.slipway.contracts.wire.TaskQueues;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.WorkerFactory;

/** Asks a worker for work, and keeps the journal meanwhile as plan-service does. */
final class Work implements AutoCloseable {
    private final WorkflowClient client;
    private final WorkerFactory journals;

    Work(WorkflowClient client, JournalActivities journal) {
        this.client = client;
        this.journals = WorkerFactory.newInstance(client);
        journals.newWorker(TaskQueues.LIFECYCLE).registerActivitiesImplementations(journal);
        journals.start();
    }

    ProvisioningWorkflow provisioning(String id) {
        return client.newWorkflowStub(ProvisioningWorkflow.class, options(id));
    }

    DeprovisioningWorkflow deprovisioning(String id) {
        return client.newWorkflowStub(DeprovisioningWorkflow.class, options(id));
    }

    private static WorkflowOptions options(String id) {
        return WorkflowOptions.newBuilder()
                .setTaskQueue(TaskQueues.PROVISIONING)
                .setWorkflowId(id)
                .build();
    }

    @Override
    public void close() {
        journals.shutdownNow();
    }
}
