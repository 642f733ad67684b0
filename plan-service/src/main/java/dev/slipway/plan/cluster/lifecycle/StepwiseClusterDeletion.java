package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.cluster.ClusterDeletion;
import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Steps;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;

/** Deletes a cluster: registered hosts are reset, made ones destroyed, and everything reserved is given back. */
@WorkflowImpl(taskQueues = TaskQueues.LIFECYCLE)
public final class StepwiseClusterDeletion implements ClusterDeletion {
    private final LifecycleActivities lifecycle =
            Workflow.newActivityStub(LifecycleActivities.class, OwnSteps.options());
    private final LifecycleActivities patient =
            Workflow.newActivityStub(LifecycleActivities.class, ActivityProfiles.patient());

    @Override
    public void delete(ClusterRequest request) {
        new OperationFrame(request.operation(), new Undo(request.operation())).around(() -> story(request));
    }

    private void story(ClusterRequest request) {
        var steps = new Steps(request.operation());
        clearHosts(request, steps);
        steps.step(Step.RELEASE, () -> lifecycle.release(request));
    }

    private void clearHosts(ClusterRequest request, Steps steps) {
        var children = new ClusterChildren(request.operation());
        var remains = patient.findRemains(request);
        if (remains.touched() != null) {
            children.uninstallation().uninstall(remains.touched());
        } else if (remains.made() != null) {
            children.deprovisioning().deprovision(remains.made());
        } else {
            steps.skip(remains.registered() ? Step.RESET_HOSTS : Step.DESTROY_HOSTS);
        }
    }
}
