package dev.slipway.plan.cluster.admission;

import static dev.slipway.plan.InventorySamples.host;
import static dev.slipway.plan.InventorySamples.plan;
import static dev.slipway.plan.Race.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.cluster.lifecycle.RunningLifecycle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * Somebody deletes or changes what somebody else makes a cluster from at the same moment: one of the two is refused.
 */
class AdmissionRaceIT extends RunningLifecycle {
    private static final int ROUNDS = 12;

    @Test
    void aClusterNeverHasADeployPlanThatWasGone() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var name = "plan-race-" + round;
            var id = made("deploy-plans", plan(name, "local", "zone-1"));
            var cluster = new HashMap<>(automatic(name));
            cluster.put("deployPlan", name);
            cluster.put("workers", 1);

            var answers = atOnce(() -> creation(cluster), () -> deletion("deploy-plans", id));

            assertThat(answers).as("create, delete").isIn(List.of(202, 409), List.of(400, 204));
        }
        assertThat(rows("select 1 from plan.clusters where deploy_plan_id not in (select id from plan.deploy_plan)"))
                .isZero();
    }

    @Test
    void aClusterNeverNamesAHostThatWasGone() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var id = made("hosts", host("race-a-" + round, "198.51.101." + round, "root"));
            made("hosts", host("race-b-" + round, "198.51.102." + round, "root"));
            var cluster = on("host-race-" + round, "race-a-" + round, "race-b-" + round);

            var answers = atOnce(() -> creation(cluster), () -> deletion("hosts", id));

            assertThat(answers).as("create, delete").isIn(List.of(202, 409), List.of(400, 204));
        }
    }

    @Test
    void aHostServesOneOfTwoClustersThatNameItAtOnce() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            made("hosts", host("shared-a-" + round, "198.51.103." + round, "root"));
            made("hosts", host("shared-b-" + round, "198.51.104." + round, "root"));
            var one = on("shared-one-" + round, "shared-a-" + round, "shared-b-" + round);
            var other = on("shared-other-" + round, "shared-b-" + round, "shared-a-" + round);

            assertThat(atOnce(() -> creation(one), () -> creation(other))).containsExactlyInAnyOrder(202, 400);
        }
    }

    private static Map<String, Object> on(String name, String controlPlane, String worker) {
        var cluster = new HashMap<>(manual(name));
        cluster.put(
                "hosts",
                List.of(
                        Map.of("host", controlPlane, "role", "CONTROL_PLANE"),
                        Map.of("host", worker, "role", "WORKER")));
        return cluster;
    }

    private String made(String collection, Map<String, Object> body) {
        return json(user().post()
                        .uri("/api/v1/" + collection)
                        .bodyValue(body)
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .get("id")
                .asText();
    }

    private ResponseSpec creation(Map<String, Object> cluster) {
        return post(cluster, cluster.get("name") + "-key");
    }

    private ResponseSpec deletion(String collection, String id) {
        return user().delete().uri("/api/v1/{collection}/{id}", collection, id).exchange();
    }
}
