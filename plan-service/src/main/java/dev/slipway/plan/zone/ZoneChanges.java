package dev.slipway.plan.zone;

import dev.slipway.plan.endpoint.Changes;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.resource.Resource;
import dev.slipway.plan.resource.Resources;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Registers, changes and removes zones. */
@Component
class ZoneChanges implements Changes<Zone, NewZone> {
    private final Resources<Zone> zones;
    private final ZoneRules rules;
    private final DeletionGuard guard;
    private final Clock clock;

    ZoneChanges(Resources<Zone> zones, ZoneRules rules, DeletionGuard guard, Clock clock) {
        this.zones = zones;
        this.rules = rules;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Mono<Zone> register(NewZone asked) {
        return rules.check(asked, null)
                .map(region -> asked.toZone(region.id(), Resource.now(clock)))
                .flatMap(zones::save);
    }

    @Override
    @Transactional
    public Mono<Zone> change(Zone present, NewZone asked) {
        return zones.lock(List.of(present.id()))
                .then(Mono.defer(() -> rules.check(asked, present)))
                .map(region -> present.changed(asked, region.id()))
                .flatMap(zones::save);
    }

    @Override
    @Transactional
    public Mono<Void> remove(Zone zone) {
        return guard.remove(zones, zone);
    }
}
