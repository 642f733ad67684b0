package dev.slipway.plan.cluster.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.contracts.operation.Step;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person can do about an operation that stops, hangs or shall wait. */
class OperationSteeringIT extends RunningLifecycle {
    @Test
    void keepsWhatAnAbandonedCreationReservedUntilItIsDeleted() {
        var creation = create(automatic(FakeWorkers.name("fails", Step.CONTROL_PLANE)));
        var cluster = id(creation, "cluster");

        var stopped = await(creation, "STOPPED");
        assertThat(stopped.at("/failure/type").asText()).isEqualTo("TOOL_FAILED");
        assertThat(stopped.at("/failure/step").asText()).isEqualTo("CONTROL_PLANE");
        assertThat(stopped.at("/failure/host").asText()).isEqualTo("host-1");
        assertThat(stopped.get("choices")).hasSize(3);
        assertThat(get("/api/v1/clusters/" + cluster).get("phase").asText()).isEqualTo("CREATING");

        decide(creation, "ABANDON", 202);
        var abandoned = await(creation, "ABANDONED");

        assertThat(abandoned.at("/failure/message").asText()).contains("broken", "3 reserved hosts");
        assertThat(abandoned.get("choices")).isEmpty();
        assertThat(get("/api/v1/clusters/" + cluster).get("phase").asText()).isEqualTo("FAILED");
        assertThat(reservations(cluster)).isEqualTo(3);
        decide(creation, "RETRY", 409);
        await(delete(cluster), "SUCCEEDED");
        assertThat(reservations(cluster)).isZero();
    }

    @Test
    void goesOnAtTheSameStepWhenAPersonHasMendedTheCause() {
        var name = FakeWorkers.name("fails", Step.PACKAGE_SOURCE);
        var creation = create(automatic(name));
        await(creation, "STOPPED");
        FakeWorkers.MENDED.add(name);

        decide(creation, "RETRY", 202);

        await(creation, "SUCCEEDED");
        var operation = "/api/v1/operations/" + id(creation, "operation");
        assertThat(step(get(operation + "/steps"), "PACKAGE_SOURCE")
                        .get("attempts")
                        .asInt())
                .isEqualTo(2);
        assertThat(step(get(operation + "/steps"), "CREATE_HOSTS")
                        .get("attempts")
                        .asInt())
                .isOne();
        var decision = get(operation + "/decisions").at("/items/0");
        assertThat(decision.get("decision").asText()).isEqualTo("RETRY");
        assertThat(decision.get("requestedBy").asText()).isEqualTo("somebody");
        assertThat(decision.get("reason").asText()).isEqualTo("because");
        assertThat(decision.get("step").asText()).isEqualTo("PACKAGE_SOURCE");
        await(delete(id(creation, "cluster")), "SUCCEEDED");
    }

    @Test
    void takesOneOfTwoDecisions() {
        var name = FakeWorkers.name("fails", Step.PACKAGE_SOURCE);
        var creation = create(automatic(name));
        await(creation, "STOPPED");
        FakeWorkers.MENDED.add(name);

        decide(creation, "RETRY", 202);
        decide(creation, "ABANDON", 409);

        await(creation, "SUCCEEDED");
        assertThat(get("/api/v1/operations/" + id(creation, "operation") + "/decisions")
                        .get("items")
                        .findValuesAsText("decision"))
                .containsExactly("RETRY");
        await(delete(id(creation, "cluster")), "SUCCEEDED");
    }

    @Test
    void rollsBackAfterShowingWhatThatUndoes() {
        var creation = create(automatic(FakeWorkers.name("fails", Step.CREATE_HOSTS)));
        var cluster = id(creation, "cluster");
        await(creation, "STOPPED");

        var preview = get("/api/v1/operations/" + id(creation, "operation") + "/rollback");
        assertThat(preview.get("possible").asBoolean()).isTrue();
        assertThat(preview.get("undo").findValuesAsText("step")).containsExactly("DESTROY_HOSTS", "RELEASE");
        assertThat(preview.get("pointOfNoReturn").asText()).isEqualTo("PUBLISH");
        decide(creation, "ROLL_BACK", 202);

        await(creation, "ROLLED_BACK");
        user().get()
                .uri("/api/v1/clusters/{id}", cluster)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(reservations(cluster)).isZero();
        var steps = get("/api/v1/operations/" + id(creation, "operation") + "/steps");
        assertThat(step(steps, "CREATE_HOSTS").get("state").asText()).isEqualTo("FAILED");
        assertThat(step(steps, "DESTROY_HOSTS").get("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(step(steps, "RELEASE").get("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(rows("""
                select 1 from plan.operation_steps s join plan.operation_orders o using (operation_id)
                where operation_id = '%s' and step = 'DESTROY_HOSTS' and order_number = o.number
                """.formatted(id(creation, "operation")))).isOne();
    }

    @Test
    void doesNotResetRegisteredHostsThatPreflightRefused() {
        var creation = create(manual(FakeWorkers.name("fails", Step.PREFLIGHT)));
        await(creation, "STOPPED");
        var operation = "/api/v1/operations/" + id(creation, "operation");

        assertThat(get(operation + "/rollback").get("undo").findValuesAsText("step"))
                .containsExactly("RELEASE");
        decide(creation, "ROLL_BACK", 202);

        await(creation, "ROLLED_BACK");
        assertThat(get(operation + "/steps").get("items").findValuesAsText("step"))
                .contains("RELEASE")
                .doesNotContain("RESET_HOSTS");
    }

    @Test
    void resetsRegisteredHostsThatOnlyTheContainerRuntimeHasChanged() {
        var creation = create(manual(FakeWorkers.name("fails", Step.PREFLIGHT)));
        await(creation, "STOPPED");
        var operation = id(creation, "operation");

        execute("""
                update plan.operation_steps set state = 'FAILED', started_at = now(), ended_at = now()
                where operation_id = '%s' and step = 'CONTAINER_RUNTIME'
                """.formatted(operation));

        assertThat(get("/api/v1/operations/" + operation + "/rollback")
                        .get("undo")
                        .findValuesAsText("step"))
                .containsExactly("RESET_HOSTS", "RELEASE");
        decide(creation, "ROLL_BACK", 202);
        await(creation, "ROLLED_BACK");
        assertThat(get("/api/v1/operations/" + operation + "/steps")
                        .get("items")
                        .findValuesAsText("step"))
                .contains("RESET_HOSTS");
    }

    @Test
    void cancelsTheRunningStepAndLetsAPersonDecide() {
        var creation = create(automatic(FakeWorkers.name("hangs", Step.CREATE_HOSTS)));
        awaitStep(creation, "CREATE_HOSTS", "RUNNING");
        decide(creation, "RETRY", 409);

        steer(creation, "cancel", 202);

        var stopped = await(creation, "STOPPED");
        assertThat(stopped.at("/failure/type").asText()).isEqualTo("CANCELED");
        assertThat(stopped.at("/failure/step").asText()).isEqualTo("CREATE_HOSTS");
        steer(creation, "cancel", 409);
        decide(creation, "LEAVE_BEHIND", 409);
        decide(creation, "ROLL_BACK", 202);
        await(creation, "ROLLED_BACK");
    }

    @Test
    void waitsBeforeTheNextStepWhileItIsPaused() {
        var creation = create(automatic("paused"));
        steer(creation, "pause", 202);
        var paused = await(creation, "PAUSED");
        assertThat(paused.get("pauseRequested").asBoolean()).isTrue();

        steer(creation, "resume", 202);

        await(creation, "SUCCEEDED");
        assertThat(get("/api/v1/operations/" + id(creation, "operation") + "/decisions")
                        .get("items")
                        .findValuesAsText("decision"))
                .containsExactly("PAUSE", "RESUME");
        steer(creation, "resume", 409);
        steer(creation, "pause", 409);
        await(delete(id(creation, "cluster")), "SUCCEEDED");
    }

    @Test
    void aStepThatIsTriedAgainWhileTheOperationIsPausedGoesOnWhenItIsResumed() {
        var creation = create(automatic(FakeWorkers.name("hangs", Step.CREATE_HOSTS)));
        awaitStep(creation, "CREATE_HOSTS", "RUNNING");
        steer(creation, "pause", 202);
        steer(creation, "cancel", 202);
        await(creation, "STOPPED");
        decide(creation, "RETRY", 202);
        await(creation, "PAUSED");

        steer(creation, "resume", 202);

        awaitStep(creation, "CREATE_HOSTS", "RUNNING");
        steer(creation, "cancel", 202);
        await(creation, "STOPPED");
        decide(creation, "ROLL_BACK", 202);
        await(creation, "ROLLED_BACK");
    }

    @Test
    void namesTheFieldOfADecisionThatIsNone() {
        var creation = create(automatic("undecided"));
        await(creation, "SUCCEEDED");

        user().post()
                .uri("/api/v1/operations/{id}/decisions", id(creation, "operation"))
                .bodyValue(Map.of("reason", "because"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("decision");
        await(delete(id(creation, "cluster")), "SUCCEEDED");
    }

    private void decide(JsonNode accepted, String decision, int status) {
        user().post()
                .uri("/api/v1/operations/{id}/decisions", id(accepted, "operation"))
                .bodyValue(Map.of("decision", decision, "reason", "because"))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private void steer(JsonNode accepted, String verb, int status) {
        user().post()
                .uri("/api/v1/operations/{id}/{verb}", id(accepted, "operation"), verb)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private int reservations(String cluster) {
        return rows("select 1 from plan.address_reservation where cluster_id = '" + cluster + "'");
    }

    private static JsonNode step(JsonNode steps, String name) {
        for (var step : steps.get("items")) {
            if (step.get("step").asText().equals(name)) {
                return step;
            }
        }
        throw new AssertionError("No step " + name + " in " + steps);
    }
}
