package dev.slipway.plan.operation.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.cluster.lifecycle.RunningLifecycle;
import dev.slipway.plan.journal.OperationJournal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OperationRecordIT extends RunningLifecycle {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    private OperationJournal journal;

    @Test
    void keepsEverythingAlsoWhenTheClusterIsGone() {
        var creation = create(automatic("recorded"));
        await(creation, "SUCCEEDED");
        var deletion = delete(id(creation, "cluster"));
        await(deletion, "SUCCEEDED");

        var record = record(id(creation, "operation"));

        assertThat(record.get("format").asInt()).isOne();
        assertThat(record.at("/operation/state").asText()).isEqualTo("SUCCEEDED");
        assertThat(record.at("/spec/name").asText()).isEqualTo("recorded");
        assertThat(record.get("nodeCount").asInt()).isEqualTo(3);
        assertThat(record.get("orders")).hasSize(1);
        assertThat(record.at("/orders/0/installation/apiPort").asInt()).isEqualTo(6443);
        var reserved = output(record, "RESERVE").get("nodes");
        assertThat(reserved.findValuesAsText("name"))
                .containsExactly("recorded-control-plane-1", "recorded-worker-1", "recorded-worker-2");
        assertThat(output(record, "CREATE_HOSTS").at("/hosts").findValuesAsText("address"))
                .isEqualTo(reserved.findValuesAsText("address"));
        assertThat(output(record, "PUBLISH").at("/apiEndpoints/0").asText())
                .isEqualTo("https://" + reserved.at("/0/address").asText() + ":6443");
        assertThat(step(record, "CONTROL_PLANE").get("order").asInt()).isOne();
        var deleted = record(id(deletion, "operation"));
        assertThat(deleted.at("/spec/name").asText()).isEqualTo("recorded");
        assertThat(output(deleted, "RELEASE").get("nodes")).isEqualTo(reserved);
        assertThat(deleted.at("/orders/0/provisioning/hosts")).hasSize(3);
    }

    @Test
    void namesTheFileAfterTheOperation() {
        var operation = running();

        user().get()
                .uri("/api/v1/operations/{id}/record", operation)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(
                        "Content-Disposition",
                        "attachment; filename=\"operation-long-create-%s.json\""
                                .formatted(operation.toString().substring(0, 8)))
                .expectHeader()
                .valueEquals("Cache-Control", "no-store");
        user().get()
                .uri("/api/v1/operations/{id}/record", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void holdsALogOfAnyLengthInOrderAndHowEachTryEnded() {
        var operation = running();
        send(operation, 1, 700);
        send(operation, 2, 501);
        var failure = new Failure(FailureType.DISK_FULL, "no space", "host-1");
        journal.recordStep(new StepReport(
                        operation.toString(), Step.RESERVE, StepState.FAILED, NOW.plusSeconds(9), failure))
                .block();

        var record = record(operation.toString());

        assertThat(record.get("log").findValues("number"))
                .extracting(JsonNode::asLong)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1201).boxed().toList());
        var attempts = step(record, "RESERVE").get("attempts");
        assertThat(attempts).hasSize(2);
        assertThat(attempts.at("/0/endedAt").isNull()).isTrue();
        assertThat(attempts.at("/0/lastLineAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(attempts.at("/1/worker").asText()).isEqualTo("1@worker");
        assertThat(attempts.at("/1/endedAt").asText()).isEqualTo("2026-01-01T00:00:09Z");
        assertThat(attempts.at("/1/state").asText()).isEqualTo("FAILED");
        assertThat(attempts.at("/1/failure/host").asText()).isEqualTo("host-1");
        assertThat(step(record, "RESERVE").get("begun").asInt()).isEqualTo(2);
    }

    @Test
    void holdsNoSecret() {
        var hosts = create(manual("planted-hosts"));
        await(hosts, "SUCCEEDED");
        var made = create(automatic("planted"));
        var cluster = id(made, "cluster");
        await(made, "SUCCEEDED");
        client(token("install-worker", Map.of()))
                .put()
                .uri("/internal/clusters/{id}/kubeconfig", cluster)
                .bodyValue(Map.of("kubeconfig", "token: planted-kubeconfig"))
                .exchange()
                .expectStatus()
                .isNoContent();
        var privateKey =
                access(cluster).at("/nodes/0/privateKey").asText().lines().toList();
        var password = access(id(hosts, "cluster")).at("/nodes/0/password").asText();

        var records = record(id(hosts, "operation")).toString() + record(id(made, "operation"));

        assertThat(privateKey).hasSizeGreaterThan(3);
        assertThat(password).isNotBlank();
        assertThat(records)
                .contains("planted-hosts", "ssh-ed25519")
                .doesNotContain("\"" + password + "\"", "planted-kubeconfig", "PRIVATE KEY", privateKey.get(1));
        await(delete(cluster), "SUCCEEDED");
        await(delete(id(hosts, "cluster")), "SUCCEEDED");
    }

    private UUID running() {
        var id = UUID.randomUUID();
        execute("""
                insert into plan.operations
                    (id, cluster_id, cluster_name, kind, state, requested_by, created_at, started_at)
                values ('%s', '%s', 'long', 'CREATE', 'RUNNING', 'somebody', now(), now())
                """.formatted(id, UUID.randomUUID()));
        execute("""
                insert into plan.operation_steps (operation_id, step, position, state)
                values ('%1$s', 'RESERVE', 1, 'PENDING'), ('%1$s', 'PUBLISH', 2, 'PENDING')
                """.formatted(id));
        journal.recordStep(new StepReport(id.toString(), Step.RESERVE, StepState.RUNNING, NOW, null))
                .block();
        return id;
    }

    private void send(UUID operation, int attempt, int count) {
        var lines = IntStream.rangeClosed(1, count)
                .mapToObj(number -> Map.of("at", NOW.toString(), "text", "line " + number))
                .toList();
        client(token("install-worker", Map.of()))
                .post()
                .uri("/internal/operations/{id}/log", operation)
                .bodyValue(Map.of(
                        "step",
                        "RESERVE",
                        "source",
                        "run/1",
                        "attempt",
                        attempt,
                        "worker",
                        "1@worker",
                        "firstNumber",
                        1,
                        "lines",
                        lines))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private JsonNode access(String cluster) {
        return json(client(token("install-worker", Map.of()))
                .get()
                .uri("/internal/clusters/{id}/access", cluster)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private JsonNode record(String operation) {
        return get("/api/v1/operations/" + operation + "/record");
    }

    private static JsonNode output(JsonNode record, String name) {
        return step(record, name).get("output");
    }

    private static JsonNode step(JsonNode record, String name) {
        for (var step : record.get("steps")) {
            if (step.get("step").asText().equals(name)) {
                return step;
            }
        }
        throw new AssertionError("No step " + name + " in " + record);
    }
}
