package dev.slipway.plan.deployplan.registration;

import dev.slipway.plan.deployplan.DeployModel;
import dev.slipway.plan.deployplan.DeployPlan;
import dev.slipway.plan.deployplan.NodeSize;
import dev.slipway.plan.resource.ResourceName;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deploy plan as people send it.
 *
 * @param region name of the region
 * @param zones names of zones of that region
 */
@Schema(example = NewDeployPlan.EXAMPLE)
record NewDeployPlan(
        @ResourceName String name,
        @NotNull(message = "must be given") DeployModel deployModel,

        @Schema(description = "name of the region") @NotNull(message = "must be given")
        String region,

        @Schema(description = "names of zones of that region, each once")
        @NotEmpty(message = "must name at least one zone")
        List<@NotNull(message = "must be given") String> zones,

        @NotNull(message = "must be given") @Valid NodeSize controlPlaneSize,
        @NotNull(message = "must be given") @Valid NodeSize workerSize) {
    static final String EXAMPLE = """
            {
              "name": "small",
              "deployModel": "SINGLE_CONTROL_PLANE",
              "region": "local",
              "zones": ["zone-a"],
              "controlPlaneSize": {"cpus": 2, "memoryMebibytes": 2048, "diskGibibytes": 20},
              "workerSize": {"cpus": 2, "memoryMebibytes": 2048, "diskGibibytes": 20}
            }
            """;

    DeployPlan toPlan(PlanSite site, Instant now) {
        return plan(UUID.randomUUID(), site, now, null);
    }

    DeployPlan changed(DeployPlan present, PlanSite site) {
        return plan(present.id(), site, present.createdAt(), present.version());
    }

    private DeployPlan plan(UUID id, PlanSite site, Instant createdAt, @Nullable Long version) {
        return new DeployPlan(
                id,
                name,
                deployModel,
                site.regionId(),
                site.zoneIds(),
                controlPlaneSize,
                workerSize,
                createdAt,
                version);
    }
}
