package dev.slipway.plan.cluster.spec;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.plan.cluster.network.NetworkSpec;
import dev.slipway.plan.deployplan.DeployModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster shall be, found valid when it was accepted.
 *
 * @param deployPlan name of the deploy plan, in automatic mode
 * @param workers number of workers, in automatic mode
 * @param hosts registered hosts and their roles, in manual mode
 */
public record ClusterSpec(
        String name,
        DeployMode deployMode,
        DeployModel deployModel,
        String packageVersion,
        @Nullable String deployPlan,
        @Nullable Integer workers,
        @Nullable List<HostAssignment> hosts,
        NetworkSpec network,
        int apiPort,
        Map<String, String> labels) {
    /** Returns the number of workers in either mode. */
    public int workerCount() {
        return workers == null ? hosts(NodeRole.WORKER).size() : workers;
    }

    /** Returns how many nodes the cluster shall have. */
    public int nodeCount() {
        return deployModel.controlPlanes() + workerCount();
    }

    /** Returns the registered hosts of a role, none in automatic mode. */
    public List<HostAssignment> hosts(NodeRole role) {
        return hosts == null
                ? List.of()
                : hosts.stream().filter(host -> host.role() == role).toList();
    }
}
