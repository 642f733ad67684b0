package dev.slipway.plan.zone;

import dev.slipway.plan.endpoint.Views;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.resource.Resources;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows zones with the names of their regions and how their addresses stand. */
@Component
class ZoneViews implements Views<Zone, ZoneView> {
    private final Resources<Region> regions;
    private final ZoneUse use;

    ZoneViews(Resources<Region> regions, ZoneUse use) {
        this.regions = regions;
        this.use = use;
    }

    @Override
    public Mono<List<ZoneView>> of(List<Zone> zones) {
        return regions.names(zones.stream().map(Zone::regionId).distinct().toList())
                .flatMap(names -> Flux.fromIterable(zones)
                        .concatMap(zone -> use.of(zone).map(counted -> ZoneView.from(zone, names, counted)))
                        .collectList());
    }
}
