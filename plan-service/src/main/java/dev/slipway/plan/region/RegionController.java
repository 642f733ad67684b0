package dev.slipway.plan.region;

import dev.slipway.plan.endpoint.Endpoint;
import dev.slipway.plan.endpoint.ResourcePaths;
import dev.slipway.plan.endpoint.Views;
import dev.slipway.plan.resource.Resources;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Regions over HTTP. */
@RestController
@RequestMapping("/api/v1/regions")
class RegionController implements ResourcePaths<Region, NewRegion, RegionView> {
    private final Endpoint<Region, NewRegion, RegionView> endpoint;

    RegionController(Resources<Region> regions, RegionChanges changes) {
        endpoint = new Endpoint<>("regions", regions, changes, Views.each(RegionView::from));
    }

    @Override
    public Endpoint<Region, NewRegion, RegionView> endpoint() {
        return endpoint;
    }
}
