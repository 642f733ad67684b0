package dev.slipway.plan.region;

import static dev.slipway.plan.InventorySamples.region;
import static dev.slipway.plan.InventorySamples.zone;

import dev.slipway.plan.InventoryRequests;
import org.junit.jupiter.api.Test;

/** Regions and the zones that live in them. */
class RegionIT extends InventoryRequests {
    @Test
    void movesARegionOnlyWhereItsZonesFit() {
        var id = create("regions", region("moving", "172.43.0.0/16"));
        create("zones", zone("moving-a", "moving", "172.43.1.10", "172.43.1.20"));

        user().put()
                .uri("/api/v1/regions/" + id)
                .bodyValue(region("moving", "172.44.0.0/16"))
                .exchange()
                .expectStatus()
                .isBadRequest();
        user().put()
                .uri("/api/v1/regions/" + id)
                .bodyValue(region("moving", "172.43.0.0/20"))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
