package dev.slipway.plan.cluster.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.cluster.lifecycle.RunningLifecycle;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.operation.Operations;
import dev.slipway.plan.run.Wish;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process may die after a retry with changes is written down, before the operation hears of it. */
class UndeliveredDecisionIT extends RunningLifecycle {
    @Autowired
    private MendedSpecs specs;

    @Autowired
    private ChangeReview review;

    @Autowired
    private Operations operations;

    @Test
    void isPendingUntilTheOperationHasHeardOfIt() {
        var creation = create(automatic(failingIn(Step.PACKAGE_SOURCE)));
        await(creation, "STOPPED");
        writeDown(creation, Step.PACKAGE_SOURCE);
        assertThat(decisions(creation).at("/0/pending").asBoolean()).isTrue();
        assertThat(decide(creation, "ABANDON", 409).get("type").asText())
                .isEqualTo("urn:slipway:problem:decision-on-its-way");
        mended(failingIn(Step.PACKAGE_SOURCE));

        letTimePass(creation);

        await(creation, "SUCCEEDED");
        assertThat(decisions(creation)).hasSize(1);
        assertThat(decisions(creation).at("/0/pending").asBoolean()).isFalse();
        assertThat(decisions(creation).at("/0/changes/0/after").asInt()).isEqualTo(7443);
        assertThat(apiPort(creation)).isEqualTo(7443);
        await(delete(id(creation, "cluster")), "SUCCEEDED");
    }

    @Test
    void leavesNothingWhenTheOperationDoesNotTakeIt() {
        var creation = create(automatic(failingIn(Step.CREATE_HOSTS)));
        await(creation, "STOPPED");
        writeDown(creation, Step.CREATE_HOSTS);
        assertThat(apiPort(creation)).isEqualTo(7443);
        terminate("cluster-" + id(creation, "cluster"));
        terminate("cluster-" + id(creation, "cluster") + "-provisioning");

        letTimePass(creation);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(decisions(creation)).isEmpty());
        assertThat(apiPort(creation)).isEqualTo(6443);
    }

    private void writeDown(JsonNode creation, Step step) {
        var changes = new ClusterDraft(null, null, null, null, null, null, null, null, 7443, null);
        var wish = new Wish(UUID.randomUUID().toString(), "somebody", "because");
        operations
                .require(UUID.fromString(id(creation, "operation")))
                .flatMap(operation -> review.review(operation, changes))
                .flatMap(mending -> specs.keep(mending, step, wish))
                .block();
    }

    private void letTimePass(JsonNode creation) {
        execute("update plan.operation_decisions set at = at - interval '1 hour' where operation_id = '%s'"
                .formatted(id(creation, "operation")));
    }

    private void terminate(String workflow) {
        try {
            temporal.newUntypedWorkflowStub(workflow).terminate("by hand");
        } catch (WorkflowNotFoundException e) {
            assertThat(e).as("the end of the other one ended it").hasMessageContaining(workflow);
        }
    }

    private JsonNode decisions(JsonNode accepted) {
        return get("/api/v1/operations/" + id(accepted, "operation") + "/decisions")
                .get("items");
    }

    private int apiPort(JsonNode creation) {
        return get("/api/v1/clusters/" + id(creation, "cluster"))
                .at("/spec/apiPort")
                .asInt();
    }

    private JsonNode decide(JsonNode accepted, String decision, int status) {
        return json(user().post()
                .uri("/api/v1/operations/{id}/decisions", id(accepted, "operation"))
                .bodyValue(Map.of("decision", decision))
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }
}
