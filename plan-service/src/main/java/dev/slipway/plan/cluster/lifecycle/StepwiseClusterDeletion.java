package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.cluster.ClusterDeletion;
import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.StepJournal;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;

/** Deletes a cluster: registered hosts are reset, made ones destroyed, and everything reserved is given back. */
@WorkflowImpl(taskQueues = TaskQueues.LIFECYCLE)
public final class StepwiseClusterDeletion implements ClusterDeletion {
    private final LifecycleActivities lifecycle =
            Workflow.newActivityStub(LifecycleActivities.class, OwnSteps.options());

    @Override
    public void delete(ClusterRequest request) {
        new OperationFrame(request.operation()).around(() -> story(request));
    }

    private void story(ClusterRequest request) {
        var journal = new StepJournal(request.operation());
        clearHosts(request, journal);
        journal.step(Step.RELEASE, () -> lifecycle.release(request));
    }

    private void clearHosts(ClusterRequest request, StepJournal journal) {
        var children = new ClusterChildren(request.operation());
        var remains = lifecycle.findRemains(request);
        if (remains.touched() != null) {
            children.uninstallation().uninstall(remains.touched());
        } else if (remains.made() != null) {
            children.deprovisioning().deprovision(remains.made());
        } else {
            journal.skip(remains.registered() ? Step.RESET_HOSTS : Step.DESTROY_HOSTS);
        }
    }
}
