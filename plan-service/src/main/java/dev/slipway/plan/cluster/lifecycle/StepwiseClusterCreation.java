package dev.slipway.plan.cluster.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.cluster.ClusterCreation;
import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.plan.cluster.reservation.DeploymentOrder;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Steps;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;

/** Creates a cluster: reserve, provision where hosts are made, install, publish. */
@WorkflowImpl(taskQueues = TaskQueues.LIFECYCLE)
public final class StepwiseClusterCreation implements ClusterCreation {
    /** Since this version a roll back resets registered hosts only when the installation has begun to change them. */
    private static final String RESETS_WHAT_WAS_CHANGED = "rollback-resets-what-was-changed";

    private final LifecycleActivities lifecycle =
            Workflow.newActivityStub(LifecycleActivities.class, OwnSteps.options());
    private final LifecycleActivities patient =
            Workflow.newActivityStub(LifecycleActivities.class, ActivityProfiles.patient());

    @Override
    public void create(ClusterRequest request) {
        var undo = new Undo(request.operation());
        new OperationFrame(request.operation(), undo).around(() -> story(request, undo));
    }

    private void story(ClusterRequest request, Undo undo) {
        var steps = new Steps(request.operation());
        var children = new ClusterChildren(request.operation());
        undo.register(Step.RELEASE, () -> steps.step(Step.RELEASE, () -> lifecycle.release(request)));
        var order = steps.step(Step.RESERVE, () -> lifecycle.reserve(request));
        makeHosts(request, order, children, undo);
        children.installation().install(requireNonNull(wanted(request, steps).installation()));
        steps.step(Step.PUBLISH, () -> lifecycle.publish(request));
    }

    /**
     * A retry may have changed what is wanted. When nobody can tell it, the step that told it first stops with that.
     */
    private DeploymentOrder wanted(ClusterRequest request, Steps steps) {
        try {
            return lifecycle.findOrder(request);
        } catch (ActivityFailure e) {
            if (e.getCause() instanceof CanceledFailure) {
                throw e;
            }
            return steps.step(Step.RESERVE, () -> lifecycle.findOrder(request));
        }
    }

    /** Registered hosts are there already; once the installation has begun to change them, a reset undoes that. */
    private void makeHosts(ClusterRequest request, DeploymentOrder order, ClusterChildren children, Undo undo) {
        var made = order.provisioning();
        if (made == null) {
            var reset = requireNonNull(order.installation());
            undo.registerWhen(
                    () -> mustReset(request),
                    Step.RESET_HOSTS,
                    () -> children.uninstallation().uninstall(reset));
            return;
        }
        undo.register(Step.DESTROY_HOSTS, () -> children.deprovisioning().deprovision(made));
        children.provisioning().provision(made);
    }

    /** A reset takes away what a host had before Slipway, too: nobody else's host must see one. */
    private boolean mustReset(ClusterRequest request) {
        var version = Workflow.getVersion(RESETS_WHAT_WAS_CHANGED, Workflow.DEFAULT_VERSION, 1);
        return version == Workflow.DEFAULT_VERSION || patient.hasChangedHosts(request);
    }
}
