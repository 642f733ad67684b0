package dev.slipway.plan.zone;

import dev.slipway.plan.endpoint.Views;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.resource.Resources;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows zones with the names of their regions. */
@Component
class ZoneViews implements Views<Zone, ZoneView> {
    private final Resources<Region> regions;

    ZoneViews(Resources<Region> regions) {
        this.regions = regions;
    }

    @Override
    public Mono<List<ZoneView>> of(List<Zone> zones) {
        return regions.names(zones.stream().map(Zone::regionId).distinct().toList())
                .map(names ->
                        zones.stream().map(zone -> ZoneView.from(zone, names)).toList());
    }
}
