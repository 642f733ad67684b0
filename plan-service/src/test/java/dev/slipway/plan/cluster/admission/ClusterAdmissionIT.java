package dev.slipway.plan.cluster.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.cluster.lifecycle.RunningLifecycle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class ClusterAdmissionIT extends RunningLifecycle {
    @Test
    void givesTheSameAnswerToTheSameRequest() {
        var key = UUID.randomUUID().toString();

        var first = json(post(automatic("repeated"), key).expectStatus().isAccepted());
        var second = json(post(automatic("repeated"), key).expectStatus().isAccepted());

        assertThat(second).isEqualTo(first);
        assertThat(rows("select 1 from plan.operations where cluster_name = 'repeated'"))
                .isOne();
        await(first, "SUCCEEDED");
    }

    @Test
    void pointsToTheOperationOfAnAcceptedRequest() {
        var answer = post(automatic("located"), "located").expectStatus().isAccepted();
        var location = answer.returnResult(Void.class).getResponseHeaders().getLocation();

        assertThat(get(String.valueOf(location)).get("clusterName").asText()).isEqualTo("located");
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherRequest() {
        var key = UUID.randomUUID().toString();
        var accepted = json(post(automatic("first-use"), key).expectStatus().isAccepted());

        var refused = json(post(automatic("second-use"), key).expectStatus().isEqualTo(422));

        assertThat(refused.get("type").asText()).isEqualTo("urn:slipway:problem:idempotency-key-reused");
        await(accepted, "SUCCEEDED");
    }

    @Test
    void acceptsOneOfManyTwins() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(twin -> threads.submit(() -> json(
                            post(automatic("twins"), "twins").expectStatus().isAccepted())))
                    .toList();
            var first = answers.getFirst().get();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
            await(first, "SUCCEEDED");
        }
    }

    @Test
    void tellsAllViolationsAtOnceAndWritesNothing() {
        var bad = new HashMap<>(automatic("Bad"));
        bad.put("packageVersion", "9.9.9");
        bad.put("deployPlan", "nowhere");
        bad.put("workers", 0);
        bad.put("apiPort", 10250);
        bad.put("network", Map.of("podNetwork", "172.30.0.0/16", "serviceNetwork", "10.96.0.0/30"));
        bad.put("labels", Map.of("kubernetes.io/x", "y"));

        var refused = json(post(bad, "bad").expectStatus().isBadRequest());

        assertThat(refused.get("errors").findValuesAsText("field"))
                .contains(
                        "name",
                        "packageVersion",
                        "deployPlan",
                        "workers",
                        "apiPort",
                        "network.podNetwork",
                        "network.serviceNetwork",
                        "labels[kubernetes.io/x]");
        assertThat(rows("select 1 from plan.clusters where name = 'Bad'")).isZero();
        assertThat(rows("select 1 from plan.idempotency_keys where key = 'bad'"))
                .isZero();
    }

    @Test
    void refusesANameThatIsTakenAndMoreNodesThanAddresses() {
        var accepted = create(automatic("taken"));
        var large = new HashMap<>(automatic("large"));
        large.put("workers", 200);

        var taken = json(post(automatic("taken"), "taken-twice").expectStatus().isBadRequest());
        var tooLarge = json(post(large, "large").expectStatus().isBadRequest());

        assertThat(taken.at("/errors/0/message").asText()).isEqualTo("another cluster is named taken");
        assertThat(tooLarge.at("/errors/0/message").asText()).startsWith("201 nodes need as many addresses, but only ");
        await(accepted, "SUCCEEDED");
    }

    @Test
    void deletesOnlyTheVersionThatWasMeant() {
        var accepted = create(automatic("versioned"));
        var cluster = id(accepted, "cluster");
        await(accepted, "SUCCEEDED");

        user().delete()
                .uri("/api/v1/clusters/{id}", cluster)
                .header("If-Match", "\"99\"")
                .exchange()
                .expectStatus()
                .isEqualTo(412);

        await(delete(cluster), "SUCCEEDED");
        user().delete()
                .uri("/api/v1/clusters/{id}", cluster)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void changesWhatIsNotedOfAClusterAndNoLabelsThatNodesHave() {
        var labelled = new HashMap<>(automatic("labelled"));
        labelled.put("labels", Map.of("team", "blue"));
        var accepted = create(labelled);
        var path = "/api/v1/clusters/" + id(accepted, "cluster");
        await(accepted, "SUCCEEDED");

        var changed = json(user().put()
                .uri(path)
                .bodyValue(Map.of("description", "for the shop", "labels", Map.of("team", "blue")))
                .exchange()
                .expectStatus()
                .isOk());

        assertThat(changed.get("description").asText()).isEqualTo("for the shop");
        assertThat(changed.at("/spec/workers").asInt()).isEqualTo(2);
        assertRefusesOtherChanges(path);
        assertThat(get(path).at("/spec/labels/team").asText()).isEqualTo("blue");
        assertThat(get(path).get("description").asText()).isEqualTo("for the shop");
        assertThat(json(put(path, "*", Map.of("description", " "))
                                .expectStatus()
                                .isOk())
                        .get("description")
                        .isNull())
                .isTrue();
    }

    private void assertRefusesOtherChanges(String path) {
        var relabelled = json(put(path, "*", Map.of("labels", Map.of("team", "red")))
                .expectStatus()
                .isEqualTo(409));
        var stale = json(
                put(path, "\"0\"", Map.of("description", "")).expectStatus().isEqualTo(412));
        var long501 = json(put(path, "*", Map.of("description", "x".repeat(501)))
                .expectStatus()
                .isBadRequest());

        assertThat(relabelled.get("type").asText()).isEqualTo("urn:slipway:problem:labels-given");
        assertThat(stale.get("type").asText()).isEqualTo("urn:slipway:problem:stale-version");
        assertThat(long501.at("/errors/0/field").asText()).isEqualTo("description");
    }

    private WebTestClient.ResponseSpec put(String path, String ifMatch, Map<String, Object> body) {
        return user().put()
                .uri(path)
                .header("If-Match", ifMatch)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void keepsWhatClustersAreMadeFromFromBeingDeleted() {
        var accepted = create(automatic("keeper"));
        await(accepted, "SUCCEEDED");
        var plan = get("/api/v1/deploy-plans?name=small").at("/items/0/id").asText();

        var refused = json(user().delete()
                .uri("/api/v1/deploy-plans/{id}", plan)
                .exchange()
                .expectStatus()
                .isEqualTo(409));

        assertThat(refused.get("detail").asText()).contains("cluster keeper");
    }

    @Test
    void keepsADeployPlanAsItIsWhileAnOperationWorksWithIt() {
        var creation = create(automatic(failingIn(Step.CREATE_HOSTS)));
        await(creation, "STOPPED");
        var path = "/api/v1/deploy-plans/"
                + get("/api/v1/deploy-plans?name=small").at("/items/0/id").asText();

        var refused = json(put(path, "*", plan(4096)).expectStatus().isBadRequest());

        assertThat(refused.at("/errors/0/field").asText()).isEqualTo("controlPlaneSize");
        assertThat(refused.at("/errors/0/message").asText()).contains("cluster fails-in-create-hosts");
        put(path, "*", plan(2048)).expectStatus().isOk();
        await(delete(id(creation, "cluster")), "SUCCEEDED");
        put(path, "*", plan(4096)).expectStatus().isOk();
        put(path, "*", plan(2048)).expectStatus().isOk();
    }

    private static Map<String, Object> plan(int memoryMebibytes) {
        var size = Map.of("cpus", 2, "memoryMebibytes", memoryMebibytes, "diskGibibytes", 20);
        return Map.of(
                "name",
                "small",
                "deployModel",
                "SINGLE_CONTROL_PLANE",
                "region",
                "local",
                "zones",
                List.of("zone-1", "zone-2"),
                "controlPlaneSize",
                size,
                "workerSize",
                size);
    }

    @Test
    void listsClustersInPages() {
        List.of("page-1", "page-2", "page-3").forEach(name -> await(create(automatic(name)), "SUCCEEDED"));

        var first = get("/api/v1/clusters?limit=2");
        var second = get("/api/v1/clusters?limit=2&cursor=" + first.get("next").asText());

        assertThat(first.get("items").findValuesAsText("name"))
                .startsWith("page-3")
                .contains("page-2");
        assertThat(second.get("items").findValuesAsText("name")).startsWith("page-1");
        assertThat(get("/api/v1/clusters?name=page-2").get("items")).hasSize(1);
        assertThat(get("/api/v1/operations?state=SUCCEEDED&limit=1").get("next").isNull())
                .isFalse();
    }
}
