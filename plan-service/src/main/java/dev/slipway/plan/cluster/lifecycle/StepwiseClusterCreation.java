package dev.slipway.plan.cluster.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.cluster.ClusterCreation;
import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.StepJournal;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;

/** Creates a cluster: reserve, provision where hosts are made, install, publish. */
@WorkflowImpl(taskQueues = TaskQueues.LIFECYCLE)
public final class StepwiseClusterCreation implements ClusterCreation {
    private final LifecycleActivities lifecycle =
            Workflow.newActivityStub(LifecycleActivities.class, OwnSteps.options());

    @Override
    public void create(ClusterRequest request) {
        new OperationFrame(request.operation()).around(() -> story(request));
    }

    private void story(ClusterRequest request) {
        var journal = new StepJournal(request.operation());
        var children = new ClusterChildren(request.operation());
        var order = journal.step(Step.RESERVE, () -> lifecycle.reserve(request));
        if (order.provisioning() != null) {
            children.provisioning().provision(order.provisioning());
        }
        children.installation().install(requireNonNull(order.installation()));
        journal.step(Step.PUBLISH, () -> lifecycle.publish(request));
    }
}
