package dev.slipway.plan.cluster.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.order.OrderActivities;
import dev.slipway.plan.cluster.lifecycle.RunningLifecycle;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MendedRetryIT extends RunningLifecycle {
    private static final Map<String, Object> CHANGES =
            Map.of("apiPort", 7443, "network", Map.of("podsPerNode", 64), "labels", Map.of("team", "blue"));

    /** Of all of it nothing can be changed, or not to that. */
    private static final Map<String, Object> NONSENSE = Map.of(
            "workers",
            5,
            "apiPort",
            99,
            "packageVersion",
            "9.9.9",
            "network",
            Map.of("flannelBackend", "PIGEON"),
            "labels",
            Map.of("-", "x"));

    @Autowired
    private OrderActivities orders;

    @Test
    void triesAgainWithWhatWasChangedAndKeepsBothInTheRecord() {
        var creation = create(automatic(failingIn(Step.PACKAGE_SOURCE)));
        await(creation, "STOPPED");
        mended(failingIn(Step.PACKAGE_SOURCE));

        decide(creation, "RETRY", CHANGES, 202);

        await(creation, "SUCCEEDED");
        var spec = get("/api/v1/clusters/" + id(creation, "cluster")).get("spec");
        assertThat(spec.get("apiPort").asInt()).isEqualTo(7443);
        assertThat(spec.at("/network/podsPerNode").asInt()).isEqualTo(64);
        assertThat(spec.at("/network/podNetwork").asText()).isEqualTo("10.244.0.0/16");
        assertThat(spec.at("/labels/team").asText()).isEqualTo("blue");
        var order = orders.installation(reference(creation));
        assertThat(order.apiPort()).isEqualTo(7443);
        assertThat(order.network().podsPerNode()).isEqualTo(64);
        assertIsKept(get("/api/v1/operations/" + id(creation, "operation") + "/record"));
        await(delete(id(creation, "cluster")), "SUCCEEDED");
    }

    private static void assertIsKept(JsonNode record) {
        assertThat(record.at("/spec/apiPort").asInt()).isEqualTo(6443);
        assertThat(record.get("orders").findValues("apiPort"))
                .extracting(JsonNode::asInt)
                .containsExactly(6443, 7443);
        var decision = record.at("/decisions/0");
        assertThat(decision.get("reason").asText()).isEqualTo("because");
        assertThat(decision.get("changes").findValuesAsText("field"))
                .containsExactly("network.podsPerNode", "apiPort", "labels");
        assertThat(decision.at("/changes/1/before").asInt()).isEqualTo(6443);
        assertThat(decision.at("/changes/1/after").asInt()).isEqualTo(7443);
        assertThat(record.get("decisions")).hasSize(1);
    }

    @Test
    void refusesEverythingThatIsWrongAtOnceAndTouchesNothing() {
        var creation = create(automatic(failingIn(Step.CONTROL_PLANE)));
        await(creation, "STOPPED");
        var cluster = "/api/v1/clusters/" + id(creation, "cluster");
        var before = get(cluster);

        var refused = decide(creation, "RETRY", NONSENSE, 422);

        assertThat(refused.get("type").asText()).isEqualTo("urn:slipway:problem:invalid-changes");
        assertThat(refused.get("errors").findValuesAsText("field"))
                .contains("workers", "apiPort", "packageVersion", "network.flannelBackend", "labels[-]");
        assertThat(refused.get("errors").toString())
                .contains("the step Package source has used it", "the step Control plane has used it")
                .contains("no offline package of version 9.9.9", "must be 443 or 1024 to 65535");
        assertThat(decide(creation, "ABANDON", Map.of("apiPort", 7443), 422)
                        .get("errors")
                        .findValuesAsText("field"))
                .containsExactly("changes");
        assertThat(get(cluster)).isEqualTo(before);
        assertThat(get("/api/v1/operations/" + id(creation, "operation") + "/decisions")
                        .get("items"))
                .isEmpty();
        await(delete(id(creation, "cluster")), "SUCCEEDED");
    }

    @Test
    void changesNothingWhenTheDecisionIsRefused() {
        var creation = create(automatic(failingIn(Step.CREATE_HOSTS)));
        await(creation, "STOPPED");
        terminate("cluster-" + id(creation, "cluster"));
        terminate("cluster-" + id(creation, "cluster") + "-provisioning");

        decide(creation, "RETRY", Map.of("apiPort", 7443), 409);

        assertThat(get("/api/v1/clusters/" + id(creation, "cluster"))
                        .at("/spec/apiPort")
                        .asInt())
                .isEqualTo(6443);
        assertThat(get("/api/v1/operations/" + id(creation, "operation") + "/decisions")
                        .get("items"))
                .isEmpty();
    }

    @Test
    void aDeletionTakesNoChanges() {
        var creation = create(automatic(failingIn(Step.DESTROY_HOSTS)));
        await(creation, "SUCCEEDED");
        var deletion = delete(id(creation, "cluster"));
        await(deletion, "STOPPED");

        assertThat(decide(deletion, "RETRY", Map.of("apiPort", 7443), 422)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("changes");

        mended(failingIn(Step.DESTROY_HOSTS));
        decide(deletion, "RETRY", Map.of(), 422);
        decide(deletion, "LEAVE_BEHIND", null, 202);
        await(deletion, "SUCCEEDED");
    }

    @Test
    void aRetryLogsInWithTheCredentialAndAtThePortThatAreThereByThen() {
        var creation = create(manual(failingIn(Step.CONTROL_PLANE)));
        await(creation, "STOPPED");
        var cluster = id(creation, "cluster");
        assertThat(login(cluster).get("password").asText()).isEqualTo("secret");
        pin(cluster, "ssh-ed25519 AAAA");
        change("credentials", "root", Map.of("name", "root", "username", "admin", "password", "mended"));
        change(
                "hosts",
                "host-1",
                Map.of("name", "host-1", "address", "198.51.100.1", "port", 2222, "credential", "root"));

        var login = login(cluster);

        assertThat(login.get("username").asText()).isEqualTo("admin");
        assertThat(login.get("password").asText()).isEqualTo("mended");
        assertThat(login.get("port").asInt()).isEqualTo(2222);
        assertThat(login.get("hostKey").isNull()).isTrue();
        assertThat(orders.installation(reference(creation)).nodes().getFirst().port())
                .isEqualTo(2222);
        pin(cluster, "ssh-ed25519 BBBB");
        mended(failingIn(Step.CONTROL_PLANE));
        decide(creation, "RETRY", null, 202);
        await(creation, "SUCCEEDED");
        await(delete(cluster), "SUCCEEDED");
    }

    private void terminate(String workflow) {
        try {
            temporal.newUntypedWorkflowStub(workflow).terminate("by hand");
        } catch (WorkflowNotFoundException e) {
            assertThat(e).as("the end of the other one ended it").hasMessageContaining(workflow);
        }
    }

    private JsonNode decide(JsonNode accepted, String decision, Map<String, Object> changes, int status) {
        var body = changes == null
                ? Map.of("decision", decision, "reason", "because")
                : Map.of("decision", decision, "reason", "because", "changes", changes);
        return json(user().post()
                .uri("/api/v1/operations/{id}/decisions", id(accepted, "operation"))
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    private void change(String collection, String name, Map<String, Object> body) {
        var found = get("/api/v1/" + collection + "?name=" + name).at("/items/0");
        user().put()
                .uri("/api/v1/{collection}/{id}", collection, found.get("id").asText())
                .header("If-Match", "\"" + found.get("version").asText() + "\"")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void pin(String cluster, String key) {
        client(token("install-worker", Map.of()))
                .put()
                .uri("/internal/clusters/{id}/nodes/host-1/host-key", cluster)
                .bodyValue(Map.of("hostKey", key))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private JsonNode login(String cluster) {
        return json(client(token("install-worker", Map.of()))
                        .get()
                        .uri("/internal/clusters/{id}/access", cluster)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .at("/nodes/0");
    }

    private static OperationReference reference(JsonNode accepted) {
        return new OperationReference(
                id(accepted, "operation"),
                id(accepted, "cluster"),
                accepted.at("/cluster/name").asText());
    }
}
