package dev.slipway.plan.deployplan.registration;

import dev.slipway.plan.deployplan.DeployPlan;
import dev.slipway.plan.endpoint.Views;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.zone.Zone;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows deploy plans with the names of what they refer to. */
@Component
class DeployPlanViews implements Views<DeployPlan, DeployPlanView> {
    private final Resources<Region> regions;
    private final Resources<Zone> zones;

    DeployPlanViews(Resources<Region> regions, Resources<Zone> zones) {
        this.regions = regions;
        this.zones = zones;
    }

    @Override
    public Mono<List<DeployPlanView>> of(List<DeployPlan> plans) {
        var regionIds = plans.stream().map(DeployPlan::regionId).distinct().toList();
        var zoneIds = plans.stream()
                .flatMap(plan -> plan.zoneIds().stream())
                .distinct()
                .toList();
        return Mono.zip(regions.names(regionIds), zones.names(zoneIds))
                .map(names -> plans.stream()
                        .map(plan -> DeployPlanView.from(plan, names.getT1(), names.getT2()))
                        .toList());
    }
}
