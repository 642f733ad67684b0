package dev.slipway.plan.cluster.supply;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.provisioning.RegionTarget;
import dev.slipway.plan.deployplan.DeployModel;
import dev.slipway.plan.deployplan.NodeSize;
import java.util.List;
import java.util.UUID;

/** A deploy plan with its region and zones resolved. */
public record PlanOffer(
        UUID id,
        DeployModel model,
        RegionTarget region,
        HostProfile profile,
        List<ZoneOffer> zones,
        NodeSize controlPlaneSize,
        NodeSize workerSize) {
    /** Returns the size of nodes of a role. */
    public NodeSize size(NodeRole role) {
        return role == NodeRole.CONTROL_PLANE ? controlPlaneSize : workerSize;
    }
}
