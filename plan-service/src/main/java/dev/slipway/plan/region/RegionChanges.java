package dev.slipway.plan.region;

import dev.slipway.plan.endpoint.Changes;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.resource.Resource;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.validation.Findings;
import dev.slipway.plan.validation.RequestRules;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Registers, changes and removes regions. */
@Component
class RegionChanges implements Changes<Region, NewRegion> {
    private final Resources<Region> regions;
    private final RequestRules rules;
    private final List<RegionResidents> residents;
    private final DeletionGuard guard;
    private final Clock clock;

    RegionChanges(
            Resources<Region> regions,
            RequestRules rules,
            List<RegionResidents> residents,
            DeletionGuard guard,
            Clock clock) {
        this.regions = regions;
        this.rules = rules;
        this.residents = List.copyOf(residents);
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public Mono<Region> register(NewRegion asked) {
        check(asked).orThrow();
        return regions.save(asked.toRegion(Resource.now(clock)));
    }

    @Override
    @Transactional
    public Mono<Region> change(Region present, NewRegion asked) {
        var findings = check(asked);
        findings.orThrow();
        var changed = present.changed(asked);
        return regions.lock(List.of(present.id()))
                .thenMany(Flux.fromIterable(residents))
                .concatMap(resident -> resident.consider(present, changed, findings))
                .then(Mono.fromRunnable(findings::orThrow))
                .then(Mono.defer(() -> regions.save(changed)));
    }

    private Findings check(NewRegion asked) {
        var findings = rules.check(asked);
        asked.check(findings);
        return findings;
    }

    @Override
    @Transactional
    public Mono<Void> remove(Region region) {
        return guard.remove(regions, region);
    }
}
