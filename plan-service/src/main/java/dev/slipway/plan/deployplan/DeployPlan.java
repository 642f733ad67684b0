package dev.slipway.plan.deployplan;

import dev.slipway.plan.resource.Resource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** What automatic mode creates. */
@Table("deploy_plan")
public record DeployPlan(
        @Id UUID id,
        String name,
        DeployModel deployModel,
        UUID regionId,
        List<UUID> zoneIds,
        NodeSize controlPlaneSize,
        NodeSize workerSize,
        Instant createdAt,
        @Version @Nullable Long version)
        implements Resource {
    /** Copies the zones. */
    public DeployPlan {
        zoneIds = List.copyOf(zoneIds);
    }
}
