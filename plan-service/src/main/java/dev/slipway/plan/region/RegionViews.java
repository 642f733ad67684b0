package dev.slipway.plan.region;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows regions. */
@Component
class RegionViews {
    Mono<List<RegionView>> of(List<Region> regions) {
        return Mono.just(regions.stream().map(RegionView::from).toList());
    }
}
