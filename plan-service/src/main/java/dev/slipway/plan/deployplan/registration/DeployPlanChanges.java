package dev.slipway.plan.deployplan.registration;

import dev.slipway.plan.deployplan.DeployPlan;
import dev.slipway.plan.endpoint.Changes;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.resource.Resource;
import dev.slipway.plan.resource.Resources;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Registers, changes and removes deploy plans. */
@Component
class DeployPlanChanges implements Changes<DeployPlan, NewDeployPlan> {
    private final Resources<DeployPlan> plans;
    private final DeployPlanRules rules;
    private final HostsInTheMaking hosts;
    private final DeletionGuard guard;
    private final Clock clock;

    DeployPlanChanges(
            Resources<DeployPlan> plans,
            DeployPlanRules rules,
            HostsInTheMaking hosts,
            DeletionGuard guard,
            Clock clock) {
        this.plans = plans;
        this.rules = rules;
        this.hosts = hosts;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Mono<DeployPlan> register(NewDeployPlan asked) {
        return rules.check(asked)
                .map(site -> asked.toPlan(site, Resource.now(clock)))
                .flatMap(plans::save);
    }

    /**
     * What hosts are made from stays while an operation makes them: a changed plan is for operations that come later.
     */
    @Override
    @Transactional
    public Mono<DeployPlan> change(DeployPlan present, NewDeployPlan asked) {
        return rules.check(asked)
                .map(site -> asked.changed(present, site))
                .delayUntil(changed -> hosts.protect(present, changed))
                .flatMap(plans::save);
    }

    @Override
    @Transactional
    public Mono<Void> remove(DeployPlan plan) {
        return guard.remove(plans, plan);
    }
}
