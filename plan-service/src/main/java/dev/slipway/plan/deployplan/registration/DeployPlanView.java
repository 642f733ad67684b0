package dev.slipway.plan.deployplan.registration;

import dev.slipway.plan.deployplan.DeployModel;
import dev.slipway.plan.deployplan.DeployPlan;
import dev.slipway.plan.deployplan.NodeSize;
import dev.slipway.plan.endpoint.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A deploy plan as it is shown, with the names of its region and zones. */
record DeployPlanView(
        UUID id,
        String name,
        DeployModel deployModel,
        String region,
        List<String> zones,
        NodeSize controlPlaneSize,
        NodeSize workerSize,
        Instant createdAt,
        long version)
        implements View {
    static DeployPlanView from(DeployPlan plan, Map<UUID, String> regions, Map<UUID, String> zones) {
        return new DeployPlanView(
                plan.id(),
                plan.name(),
                plan.deployModel(),
                regions.getOrDefault(plan.regionId(), ""),
                plan.zoneIds().stream()
                        .map(zone -> zones.getOrDefault(zone, ""))
                        .toList(),
                plan.controlPlaneSize(),
                plan.workerSize(),
                plan.createdAt(),
                Objects.requireNonNull(plan.version()));
    }
}
