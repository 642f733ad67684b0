package dev.slipway.plan.cluster.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.cluster.lifecycle.RunningLifecycle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request with an Idempotency-Key has one effect, however often it comes; the key serves no other request. */
class RepeatedDecisionIT extends RunningLifecycle {
    private static final Map<String, Object> RETRY = Map.of("decision", "RETRY");

    @Autowired
    private MendedSpecs specs;

    @Test
    void aRepeatedRetryIsAnsweredAgainAndTriesNothingAgain() {
        var creation = create(automatic(failingIn(Step.PACKAGE_SOURCE)));
        await(creation, "STOPPED");
        post(creation, "decisions", "again", RETRY, 202);
        awaitSecondStop(creation);

        post(creation, "decisions", "again", RETRY, 202);

        assertThat(await(creation, "STOPPED").get("failure").isNull()).isFalse();
        assertThat(attempts(creation)).isEqualTo(2);
        assertThat(decisions(creation)).containsExactly("RETRY");
        await(delete(id(creation, "cluster")), "SUCCEEDED");
    }

    @Test
    void theKeyOfARetryIsNotThatOfARollBack() {
        var creation = create(automatic(failingIn(Step.PACKAGE_SOURCE)));
        await(creation, "STOPPED");
        post(creation, "decisions", "mixed", RETRY, 202);
        awaitSecondStop(creation);

        var reused = post(creation, "decisions", "mixed", Map.of("decision", "ROLL_BACK"), 422);

        assertThat(reused.get("type").asText()).isEqualTo("urn:slipway:problem:idempotency-key-reused");
        await(creation, "STOPPED");
        post(creation, "decisions", "other", Map.of("decision", "ROLL_BACK"), 202);
        await(creation, "ROLLED_BACK");
        assertThat(decisions(creation)).containsExactly("RETRY", "ROLL_BACK");
    }

    @Test
    void whatIsTakenBackIsNeverAnEarlierDecision() {
        var creation = create(automatic(failingIn(Step.PACKAGE_SOURCE)));
        await(creation, "STOPPED");
        post(creation, "decisions", "first", RETRY, 202);
        awaitSecondStop(creation);
        var changed = Map.of("decision", "RETRY", "changes", Map.of("apiPort", 7443));

        post(creation, "decisions", "first", changed, 422);
        var taken = get(operation(creation) + "/decisions").at("/items/0/id").asText();
        specs.takeBack(UUID.fromString(id(creation, "operation")), taken).block();

        assertThat(decisions(creation)).containsExactly("RETRY");
        assertThat(apiPort(creation)).isEqualTo(6443);
        await(delete(id(creation, "cluster")), "SUCCEEDED");
    }

    @Test
    void theKeyOfARefusedDecisionServesOnceItCanBeTaken() {
        var creation = create(automatic(failingIn(Step.PACKAGE_SOURCE)));
        await(creation, "STOPPED");
        post(creation, "decisions", "refused", Map.of("decision", "LEAVE_BEHIND"), 409);

        post(creation, "decisions", "refused", Map.of("decision", "ROLL_BACK"), 202);

        await(creation, "ROLLED_BACK");
    }

    @Test
    void theKeyOfAPauseIsNotThatOfAResume() {
        var creation = create(automatic("paused-once"));
        post(creation, "pause", "pause", Map.of(), 202);
        await(creation, "PAUSED");

        post(creation, "pause", "pause", Map.of(), 202);
        post(creation, "resume", "pause", Map.of(), 422);
        post(creation, "pause", "pause", Map.of("reason", "lunch"), 422);

        assertThat(decisions(creation)).containsExactly("PAUSE");
        post(creation, "resume", "resume", Map.of(), 202);
        await(creation, "SUCCEEDED");
        post(creation, "resume", "resume", Map.of(), 202);
        assertThat(decisions(creation)).containsExactly("PAUSE", "RESUME");
        await(delete(id(creation, "cluster")), "SUCCEEDED");
    }

    @Test
    void refusesAHugeKey() {
        var key = "k".repeat(201);
        var creation = create(automatic(failingIn(Step.CREATE_HOSTS)));
        await(creation, "STOPPED");

        var refused = post(creation, "decisions", key, RETRY, 400);

        assertThat(refused.get("type").asText()).isEqualTo("urn:slipway:problem:invalid-idempotency-key");
        post(automatic("other"), key).expectStatus().isBadRequest();
        await(delete(id(creation, "cluster")), "SUCCEEDED");
    }

    private void awaitSecondStop(JsonNode creation) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> attempts(creation) == 2
                        && get(operation(creation)).get("state").asText().equals("STOPPED"));
    }

    private int attempts(JsonNode creation) {
        var steps = get(operation(creation) + "/steps").get("items");
        for (var step : steps) {
            if (step.get("step").asText().equals("PACKAGE_SOURCE")) {
                return step.get("attempts").asInt();
            }
        }
        throw new AssertionError(steps);
    }

    private List<String> decisions(JsonNode accepted) {
        return get(operation(accepted) + "/decisions").get("items").findValuesAsText("decision");
    }

    private int apiPort(JsonNode creation) {
        return get("/api/v1/clusters/" + id(creation, "cluster"))
                .at("/spec/apiPort")
                .asInt();
    }

    private static String operation(JsonNode accepted) {
        return "/api/v1/operations/" + id(accepted, "operation");
    }

    private JsonNode post(JsonNode accepted, String wish, String key, Map<String, ?> body, int status) {
        return json(user().post()
                .uri(operation(accepted) + "/" + wish)
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }
}
