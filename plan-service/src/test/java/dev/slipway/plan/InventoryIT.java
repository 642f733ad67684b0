package dev.slipway.plan;

import static dev.slipway.plan.InventorySamples.SIZE;
import static dev.slipway.plan.InventorySamples.credential;
import static dev.slipway.plan.InventorySamples.host;
import static dev.slipway.plan.InventorySamples.plan;
import static dev.slipway.plan.InventorySamples.region;
import static dev.slipway.plan.InventorySamples.zone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The inventory as the gateway sees it, from the first credential to the last deletion. */
class InventoryIT extends InventoryRequests {
    @Test
    void makesAWholeInventoryAndTakesItApartInOrder() {
        var credential = create("credentials", credential("root-login"));
        var host = create("hosts", host("node-1", "10.1.2.3", "root-login"));
        var region = create("regions", region("here", "172.40.0.0/16"));
        var zone = create("zones", zone("zone-a", "here", "172.40.1.10", "172.40.1.20"));
        var plan = create("deploy-plans", plan("small", "here", "zone-a"));

        assertThat(read("hosts", host))
                .containsEntry("credential", "root-login")
                .containsEntry("port", 22)
                .containsEntry("profile", "STANDARD")
                .containsEntry("cluster", null);
        assertThat(read("deploy-plans", plan))
                .containsEntry("region", "here")
                .containsEntry("zones", List.of("zone-a"))
                .containsEntry("workerSize", SIZE);
        assertThat(read("zones", zone).get("addressRange"))
                .isEqualTo(Map.of("first", "172.40.1.10", "last", "172.40.1.20"));
        assertThat(read("credentials", credential))
                .containsEntry("authentication", "PASSWORD")
                .doesNotContainKey("password");
        assertAreUsed(credential, region, zone);

        delete("hosts", host);
        delete("credentials", credential);
        delete("deploy-plans", plan);
        delete("zones", zone);
        delete("regions", region);
    }

    private void assertAreUsed(String credential, String region, String zone) {
        assertThat(refusal("credentials", credential))
                .isEqualTo("The credential root-login is used by host node-1; change or delete that first.");
        assertThat(refusal("regions", region)).contains("zone zone-a").contains("deploy plan small");
        assertThat(refusal("zones", zone))
                .isEqualTo("The zone zone-a is used by deploy plan small; change or delete that first.");
    }

    private void delete(String collection, String id) {
        var path = "/api/v1/" + collection + "/" + id;
        user().delete().uri(path).exchange().expectStatus().isNoContent();
        user().get().uri(path).exchange().expectStatus().isNotFound();
    }

    @Test
    void letsOnlyTheGatewayAskForPeople() {
        client(token("install-worker", Map.of()))
                .get()
                .uri("/api/v1/hosts")
                .exchange()
                .expectStatus()
                .isForbidden();
        client("nonsense").get().uri("/api/v1/hosts").exchange().expectStatus().isUnauthorized();
    }
}
