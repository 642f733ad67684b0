package dev.slipway.plan.deployplan;

import dev.slipway.plan.resource.ResourceName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A deploy plan as people send it.
 *
 * @param region name of the region
 * @param zones names of zones of that region
 */
record NewDeployPlan(
        @ResourceName String name,
        @NotNull(message = "is missing") DeployModel deployModel,
        @NotNull(message = "is missing") String region,
        @NotEmpty(message = "must name at least one zone") List<@NotNull(message = "is missing") String> zones,
        @NotNull(message = "is missing") @Valid NodeSize controlPlaneSize,
        @NotNull(message = "is missing") @Valid NodeSize workerSize) {
    DeployPlan toPlan(PlanSite site, Instant now) {
        return new DeployPlan(
                UUID.randomUUID(),
                name,
                deployModel,
                site.regionId(),
                site.zoneIds(),
                controlPlaneSize,
                workerSize,
                now,
                null);
    }
}
