package dev.slipway.plan.reference;

import static dev.slipway.plan.InventorySamples.credential;
import static dev.slipway.plan.InventorySamples.host;
import static dev.slipway.plan.InventorySamples.plan;
import static dev.slipway.plan.InventorySamples.region;
import static dev.slipway.plan.InventorySamples.zone;
import static dev.slipway.plan.Race.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.InventoryRequests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Somebody deletes what somebody else begins to use at the same moment: one of the two is refused. */
class DeletionRaceIT extends InventoryRequests {
    private static final int ROUNDS = 12;

    @Autowired
    DatabaseClient database;

    @Test
    void aHostNeverHasACredentialThatIsGone() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var name = "race-" + round;
            var id = create("credentials", credential(name));
            var body = host(name, "10.77.0." + (round + 1), name);

            var answers = atOnce(() -> post("hosts", body), () -> delete("credentials/" + id));

            assertThat(answers).as("register, delete").isIn(List.of(201, 409), List.of(400, 204), List.of(409, 204));
        }
        assertThat(count("select count(*) from host where credential_id not in (select id from credential)"))
                .isZero();
    }

    @Test
    void aDeployPlanNeverHasAZoneThatIsGone() throws Exception {
        create("regions", region("race", "172.66.0.0/16"));
        for (var round = 0; round < ROUNDS; round++) {
            var name = "race-zone-" + round;
            var first = "172.66." + round + ".2";
            var id = create("zones", zone(name, "race", first, first));

            var answers = atOnce(() -> post("deploy-plans", plan(name, "race", name)), () -> delete("zones/" + id));

            assertThat(answers).as("register, delete").isIn(List.of(201, 409), List.of(400, 204));
        }
        assertThat(count("select count(*) from deploy_plan where not zone_ids <@ (select array_agg(id) from zone)"))
                .isZero();
    }

    private ResponseSpec post(String collection, Map<String, Object> body) {
        return user().post().uri("/api/v1/" + collection).bodyValue(body).exchange();
    }

    private ResponseSpec delete(String path) {
        return user().delete().uri("/api/v1/" + path).exchange();
    }

    private Long count(String sql) {
        return database.sql(sql).mapValue(Long.class).one().block();
    }
}
