package dev.slipway.plan.zone;

import dev.slipway.plan.reference.Reference;
import dev.slipway.plan.reference.References;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.region.RegionResidents;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.validation.Findings;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells which zones a region has, and keeps their addresses inside its network. */
@Component
final class ZonesOfRegion implements References, RegionResidents {
    private final Resources<Zone> zones;

    ZonesOfRegion(Resources<Zone> zones) {
        this.zones = zones;
    }

    @Override
    public Flux<Reference> to(UUID id) {
        return zones.with("regionId", id).map(zone -> new Reference("zone", zone.name()));
    }

    @Override
    public Mono<Void> consider(Region present, Region changed, Findings findings) {
        var subnet = changed.subnet();
        return zones.with("regionId", present.id())
                .filter(zone ->
                        !subnet.usable().contains(zone.range()) || zone.range().contains(subnet.gateway()))
                .doOnNext(zone -> findings.add(
                        "containerHosts.subnet",
                        "must have room for zone %s, which has %s".formatted(zone.name(), zone.range())))
                .then();
    }
}
