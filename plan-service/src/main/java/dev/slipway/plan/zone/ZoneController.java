package dev.slipway.plan.zone;

import dev.slipway.plan.endpoint.Endpoint;
import dev.slipway.plan.endpoint.ResourcePaths;
import dev.slipway.plan.resource.Resources;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Zones over HTTP. */
@RestController
@RequestMapping("/api/v1/zones")
class ZoneController implements ResourcePaths<Zone, NewZone, ZoneView> {
    private final Endpoint<Zone, NewZone, ZoneView> endpoint;

    ZoneController(Resources<Zone> zones, ZoneChanges changes, ZoneViews views) {
        endpoint = new Endpoint<>("zones", zones, changes, views);
    }

    @Override
    public Endpoint<Zone, NewZone, ZoneView> endpoint() {
        return endpoint;
    }
}
