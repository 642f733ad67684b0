package dev.slipway.plan.cluster.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.cluster.lifecycle.RunningLifecycle;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A workflow whose history is full could take no decision at all. */
@TestPropertySource(properties = "slipway.operations.longest-history=3")
class RetryLimitIT extends RunningLifecycle {
    @Test
    void refusesOnlyTheRetryOfAStepThatWasTriedTooOften() {
        var creation = create(automatic(failingIn(Step.CREATE_HOSTS)));
        await(creation, "STOPPED");

        var refused = decide(creation, "RETRY", 409);

        assertThat(refused.get("type").asText()).isEqualTo("urn:slipway:problem:retries-exhausted");
        assertThat(refused.get("detail").asText())
                .contains("Create hosts was tried so often")
                .contains("[ROLL_BACK, ABANDON]");
        decide(creation, "ROLL_BACK", 202);
        await(creation, "ROLLED_BACK");
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
