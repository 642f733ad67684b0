package dev.slipway.plan.cluster.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.contracts.operation.Step;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who cancels an operation that has not begun, and why, stays in its record. */
class PendingCancelIT extends RunningLifecycle {
    @Test
    void keepsWhoCanceledACreationThatIsJustBeingStarted() {
        var creation = create(automatic(FakeWorkers.name("hangs", Step.CONTROL_PLANE)));
        awaitStep(creation, "CONTROL_PLANE", "RUNNING");
        pending(creation);

        cancel(creation, 202);

        await(creation, "CANCELED");
        var decision = get("/api/v1/operations/" + id(creation, "operation") + "/decisions")
                .at("/items/0");
        assertThat(decision.get("decision").asText()).isEqualTo("CANCEL");
        assertThat(decision.get("requestedBy").asText()).isEqualTo("somebody");
        assertThat(decision.get("reason").asText()).isEqualTo("not today");
    }

    @Test
    void refusesToCancelADeletionWhosePlaceIsStillTaken() {
        var creation = create(automatic(FakeWorkers.name("hangs", Step.PACKAGE_SOURCE)));
        awaitStep(creation, "PACKAGE_SOURCE", "RUNNING");
        loseInstallWorker();
        var deletion = delete(id(creation, "cluster"));

        var refusal = cancel(deletion, 409);

        assertThat(refusal.get("detail").asText()).contains("until the operation before it has stopped");
        assertThat(get("/api/v1/operations/" + id(deletion, "operation") + "/decisions")
                        .get("items"))
                .isEmpty();
        execute("update plan.operations set created_at = created_at - interval '10 minutes' where kind = 'DELETE'");
        await(deletion, "SUCCEEDED");
    }

    /** Puts an operation back to where it is while somebody else starts its workflow. */
    private void pending(JsonNode creation) {
        execute("update plan.operations set state = 'PENDING' where id = '%s'".formatted(id(creation, "operation")));
    }

    private JsonNode cancel(JsonNode accepted, int status) {
        return json(user().post()
                .uri("/api/v1/operations/{id}/cancel", id(accepted, "operation"))
                .bodyValue(Map.of("reason", "not today"))
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }
}
