package dev.slipway.plan.validation;

import static dev.slipway.plan.InventorySamples.credential;
import static dev.slipway.plan.InventorySamples.host;
import static dev.slipway.plan.InventorySamples.plan;
import static dev.slipway.plan.InventorySamples.region;
import static dev.slipway.plan.InventorySamples.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.InventoryRequests;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Whoever breaks rules learns of all of them at once. */
class AllViolationsIT extends InventoryRequests {
    @Test
    void tellsAllBrokenRulesAtOnce() {
        create("regions", region("rules", "172.41.0.0/16"));
        create("zones", zone("rules-a", "rules", "172.41.1.10", "172.41.1.20"));

        assertThat(errors("zones", zone("Not_A_Name", "rules", "172.41.1.20", "172.42.1.30")))
                .extracting("field")
                .containsExactlyInAnyOrder("name", "addressRange", "addressRange");
        assertThat(errors("zones", zone("b", "nowhere", "x", "y")))
                .extracting("field")
                .containsExactlyInAnyOrder("region", "addressRange.first", "addressRange.last");
        assertThat(errors("zones", zone("b", "rules", "172.41.0.1", "172.41.1.15")))
                .extracting("message")
                .anySatisfy(message -> assertThat(message).asString().contains("gateway"))
                .anySatisfy(message -> assertThat(message).asString().contains("overlaps zone rules-a"));
        assertThat(errors("hosts", Map.of("name", "x", "address", "127.0.0.1", "port", 0, "credential", "none")))
                .extracting("field")
                .containsExactlyInAnyOrder("address", "credential", "port");
        assertThat(errors("credentials", Map.of("name", "-", "username", "Not A User")))
                .extracting("field")
                .containsExactlyInAnyOrder("name", "password", "username");
        assertThat(errors("regions", region("wide", "172.41.1.0/16")))
                .extracting("field")
                .containsExactly("containerHosts.subnet");
        assertThat(errors("deploy-plans", plan("p", "rules", "rules-a", "rules-a", "nope")))
                .extracting("field")
                .containsExactlyInAnyOrder("zones[1]", "zones[2]");
    }

    @Test
    void refusesATakenNameAndATakenAddress() {
        create("credentials", credential("taken"));
        create("hosts", host("taken-host", "10.9.9.9", "taken"));

        post("credentials", credential("taken"), HttpStatus.CONFLICT);

        assertThat(errors("hosts", host("other-host", "10.9.9.9", "taken")))
                .extracting("message")
                .containsExactly("is that of host taken-host already; give another address or port, or use that host");
    }
}
