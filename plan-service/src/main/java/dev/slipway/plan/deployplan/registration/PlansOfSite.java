package dev.slipway.plan.deployplan.registration;

import dev.slipway.plan.deployplan.DeployPlan;
import dev.slipway.plan.reference.Reference;
import dev.slipway.plan.reference.References;
import dev.slipway.plan.resource.Resources;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Tells which deploy plans use a region or a zone. */
@Component
final class PlansOfSite implements References {
    private final Resources<DeployPlan> plans;

    PlansOfSite(Resources<DeployPlan> plans) {
        this.plans = plans;
    }

    @Override
    public Flux<Reference> to(UUID id) {
        return plans.all()
                .filter(plan -> plan.regionId().equals(id) || plan.zoneIds().contains(id))
                .map(plan -> new Reference("deploy plan", plan.name()));
    }
}
