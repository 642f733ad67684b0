package dev.slipway.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.plan.cluster.lifecycle.RunningLifecycle;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;

class ForecastIT extends RunningLifecycle {
    private static final String HANGING = "hangs-in-control-plane";

    @Test
    void tellsHowLongARunningOperationWillStillTakeAndHowFarOffThatWas() {
        var unknown = create(manual(HANGING));
        awaitStep(unknown, "CONTROL_PLANE", "RUNNING");
        past(100, false);
        past(110, false);
        past(120, false);
        past(9999, true);

        var creation = create(automatic(HANGING + "-too"));
        await(creation, "SUCCEEDED");
        await(delete(id(unknown, "cluster")), "SUCCEEDED");
        var running = create(automatic(HANGING));
        awaitStep(running, "CONTROL_PLANE", "RUNNING");

        assertThat(operation(creation).get("estimate").isNull()).isTrue();
        assertThat(operation(unknown).get("estimate").isNull()).isTrue();
        assertIsEstimated(running);
        await(delete(id(running, "cluster")), "SUCCEEDED");
        await(delete(id(creation, "cluster")), "SUCCEEDED");
    }

    private void assertIsEstimated(JsonNode running) {
        var estimate = operation(running).get("estimate");
        assertThat(estimate.get("basedOn").asInt()).isEqualTo(4);
        assertThat(estimate.get("remainingSeconds").asLong()).isBetween(1L, 110L);
        assertThat(estimate.get("typicalErrorSeconds").asLong()).isBetween(5L, 60L);
        assertThat(get("/api/v1/operations?state=RUNNING")
                        .at("/items/0/estimate")
                        .has("basedOn"))
                .isTrue();
        assertThat(get("/api/v1/clusters/" + id(running, "cluster"))
                        .at("/currentOperation/estimate/basedOn")
                        .asInt())
                .isEqualTo(4);
        assertThat(streamed(running)).containsEntry("basedOn", 4);
    }

    /** An operation like a creation on three nodes, that spent all its time on the control plane. */
    private void past(int seconds, boolean decided) {
        var id = UUID.randomUUID();
        execute("""
                insert into plan.operations (id, cluster_id, cluster_name, kind, state, requested_by, created_at,
                    started_at, ended_at, node_count)
                values ('%s', '%s', 'past', 'CREATE', 'SUCCEEDED', 'somebody', now(), now() - interval '%d seconds',
                    now(), 3)
                """.formatted(id, UUID.randomUUID(), seconds));
        execute("""
                insert into plan.operation_steps (operation_id, step, position, state, started_at, ended_at)
                select '%1$s', step, position, 'SUCCEEDED', now() - interval '%2$d seconds',
                    case when step = 'CONTROL_PLANE' then now() else now() - interval '%2$d seconds' end
                from unnest(array['RESERVE', 'PLAN_HOSTS', 'CREATE_HOSTS', 'PREFLIGHT', 'PACKAGE_SOURCE', 'HOST_BASELINE',
                    'TIME', 'CONTAINER_RUNTIME', 'IMAGES', 'CONTROL_PLANE', 'NETWORK', 'WORKERS', 'DNS', 'METRICS_SERVER',
                    'VERIFICATION', 'PUBLISH']) with ordinality as steps (step, position)
                """.formatted(id, seconds));
        if (decided) {
            execute("""
                    insert into plan.operation_decisions (operation_id, id, decision, requested_by, at)
                    values ('%s', 'd', 'RETRY', 'somebody', now())
                    """.formatted(id));
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> streamed(JsonNode accepted) {
        return user().get()
                .uri("/api/v1/operations/{id}/events", id(accepted, "operation"))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody()
                .filter(event -> "operation".equals(event.event()))
                .map(event -> (Map<String, Object>) event.data().get("estimate"))
                .blockFirst(Duration.ofSeconds(30));
    }

    private JsonNode operation(JsonNode accepted) {
        return get("/api/v1/operations/" + id(accepted, "operation"));
    }
}
