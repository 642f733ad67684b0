package dev.slipway.plan.deployplan;

import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.resource.Resource;
import dev.slipway.plan.resource.Resources;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Registers, changes and removes deploy plans. */
@Component
class DeployPlanChanges {
    private final Resources<DeployPlan> plans;
    private final DeployPlanRules rules;
    private final DeletionGuard guard;
    private final Clock clock;

    DeployPlanChanges(Resources<DeployPlan> plans, DeployPlanRules rules, DeletionGuard guard, Clock clock) {
        this.plans = plans;
        this.rules = rules;
        this.guard = guard;
        this.clock = clock;
    }

    @Transactional
    Mono<DeployPlan> register(NewDeployPlan asked) {
        return rules.check(asked)
                .map(site -> asked.toPlan(site, Resource.now(clock)))
                .flatMap(plans::save);
    }

    /** A cluster keeps what it was made from: a changed plan is for those made or grown later. */
    @Transactional
    Mono<DeployPlan> change(DeployPlan present, NewDeployPlan asked) {
        return rules.check(asked).map(site -> present.changed(asked, site)).flatMap(plans::save);
    }

    @Transactional
    Mono<Void> remove(DeployPlan plan) {
        return plans.lock(List.of(plan.id()))
                .then(Mono.defer(() -> guard.check("deploy plan", plan)))
                .then(Mono.defer(() -> plans.delete(plan)));
    }
}
