package dev.slipway.plan.zone;

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
class ZoneChanges {
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

    @Transactional
    Mono<Zone> register(NewZone asked) {
        return rules.check(asked, null)
                .map(region -> asked.toZone(region.id(), Resource.now(clock)))
                .flatMap(zones::save);
    }

    @Transactional
    Mono<Zone> change(Zone present, NewZone asked) {
        return zones.lock(List.of(present.id()))
                .then(Mono.defer(() -> rules.check(asked, present)))
                .map(region -> present.changed(asked, region.id()))
                .flatMap(zones::save);
    }

    @Transactional
    Mono<Void> remove(Zone zone) {
        return zones.lock(List.of(zone.id()))
                .then(Mono.defer(() -> guard.check("zone", zone)))
                .then(Mono.defer(() -> zones.delete(zone)));
    }
}
