package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.cluster.ClusterRequest;
import dev.slipway.plan.cluster.reservation.DeploymentOrder;
import io.temporal.activity.ActivityInterface;

/** What the lifecycle workflows do in plan-service's own database. */
@ActivityInterface(namePrefix = "Lifecycle")
public interface LifecycleActivities {
    /** Marks the operation as running; false when it has ended already and nothing may be done. */
    boolean begin(Beginning beginning);

    /** Reserves hosts and addresses and returns what to ask the workers for. */
    DeploymentOrder reserve(ClusterRequest request);

    /** Returns what to ask the workers for, as it is wanted now. */
    DeploymentOrder findOrder(ClusterRequest request);

    /** Makes a verified cluster Ready. */
    void publish(ClusterRequest request);

    /** Finds out what is left of a cluster. */
    Remains findRemains(ClusterRequest request);

    /** Tells whether an installation has begun to change the registered hosts of a cluster. */
    boolean hasChangedHosts(ClusterRequest request);

    /** Gives back everything the cluster held and forgets it. */
    void release(ClusterRequest request);

    /** Ends the operation, and moves the cluster to the phase that follows from it. */
    void end(Ending ending);
}
