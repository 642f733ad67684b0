package dev.slipway.plan.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.cluster.lifecycle.RunningLifecycle;
import dev.slipway.plan.journal.OperationJournal;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.plan.operation.OperationTarget;
import dev.slipway.plan.operation.Operations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;

class OperationStreamIT extends RunningLifecycle {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    private Operations operations;

    @Autowired
    private OperationJournal journal;

    @Test
    void numbersLinesWithoutGapsWhoeverSendsThemHoweverOften() throws Exception {
        var operation = running();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var sent = IntStream.range(0, 120)
                    .mapToObj(chunk -> threads.submit(() -> send(operation, 1 + chunk % 3, 1 + chunk % 20 * 5, 10)))
                    .toList();
            for (var answer : sent) {
                answer.get();
            }
        }

        var lines = log(operation);
        assertThat(lines).hasSize(3 * 105);
        assertThat(lines)
                .extracting(line -> line.get("number").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 315).boxed().toList());
        for (var attempt = 1; attempt <= 3; attempt++) {
            var wanted = attempt;
            assertThat(lines)
                    .filteredOn(line -> line.get("attempt").asInt() == wanted)
                    .extracting(line -> line.get("text").asText())
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 105)
                            .mapToObj(number -> "line " + number)
                            .toList());
        }
        assertThat(get("/api/v1/operations/" + operation + "/steps")
                        .at("/items/0/attempts")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void refusesLinesOfOperationsThatAreNotThere() {
        client(token("install-worker", Map.of()))
                .post()
                .uri("/internal/operations/{id}/log", UUID.randomUUID())
                .bodyValue(chunk(1, 1, 1))
                .exchange()
                .expectStatus()
                .isNotFound();
        user().get()
                .uri("/api/v1/operations/{id}/events", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void streamsEverythingToTheEndAndEndsThere() {
        var operation = running();
        send(operation, 1, 1, 1200);
        var events = events(operation, null).cache();
        var following = events.subscribe();
        journal.recordStep(report(operation, StepState.FAILED)).block();
        end(operation);

        var seen = events.collectList().block(Duration.ofSeconds(30));

        assertThat(seen).filteredOn(event -> "log".equals(event.event())).hasSize(1200);
        assertThat(seen.getFirst().event()).isIn("operation", "step");
        assertThat(seen.getLast().event()).isEqualTo("operation");
        assertThat(seen.getLast().data()).containsEntry("state", "FAILED");
        assertThat(seen)
                .filteredOn(event -> "step".equals(event.event()))
                .extracting(event -> event.data().get("state"))
                .contains("FAILED");
        following.dispose();
    }

    @Test
    void goesOnWhereAReaderWasCutOff() {
        var operation = running();
        send(operation, 1, 1, 50);
        end(operation);
        var all = events(operation, null).collectList().block(Duration.ofSeconds(30));
        var cut = all.stream()
                .filter(event -> "log".equals(event.event()))
                .skip(19)
                .findFirst()
                .orElseThrow();

        var rest = events(operation, cut.id()).collectList().block(Duration.ofSeconds(30));
        var nothing = events(operation, all.getLast().id()).collectList().block(Duration.ofSeconds(30));

        assertThat(rest)
                .filteredOn(event -> "log".equals(event.event()))
                .extracting(event -> event.data().get("text"))
                .startsWith("line 21")
                .hasSize(30);
        assertThat(nothing).extracting(ServerSentEvent::event).containsExactly("operation");
    }

    @Test
    void pagesThroughTheLog() {
        var operation = running();
        send(operation, 1, 1, 5);

        var first = get("/api/v1/operations/" + operation + "/log?limit=3");
        var second = get("/api/v1/operations/" + operation + "/log?limit=3&offset="
                + first.get("next").asText());

        assertThat(first.get("items").findValuesAsText("text")).containsExactly("line 1", "line 2", "line 3");
        assertThat(second.get("items").findValuesAsText("text")).containsExactly("line 4", "line 5");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void refusesAnOffsetItNeverGave() {
        var operation = running();
        user().get()
                .uri("/api/v1/operations/{id}/events?offset=yesterday", operation)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void keepsTheFirstEnd() {
        var operation = running();
        end(operation);
        journal.end(operation, OperationState.SUCCEEDED, NOW.plusSeconds(9), null)
                .block();
        journal.recordStep(report(operation, StepState.SUCCEEDED)).block();

        var ended = get("/api/v1/operations/" + operation);
        assertThat(ended.get("state").asText()).isEqualTo("FAILED");
        assertThat(ended.at("/failure/step").asText()).isEqualTo("RESERVE");
        assertThat(get("/api/v1/operations/" + operation + "/steps")
                        .at("/items/0/state")
                        .asText())
                .isEqualTo("FAILED");
        assertThat(journal.begin(operation, NOW).block()).isEqualTo(OperationState.FAILED);
    }

    private UUID running() {
        var id = UUID.randomUUID();
        var target = new OperationTarget(OperationKind.CREATE, UUID.randomUUID(), "streamed");
        var begun = Operation.pending(id, target, "somebody", NOW, 2);
        execute("""
                insert into plan.operations
                    (id, cluster_id, cluster_name, kind, state, requested_by, created_at, started_at)
                values ('%s', '%s', 'streamed', 'CREATE', 'RUNNING', 'somebody', now(), now())
                """.formatted(begun.id(), begun.clusterId()));
        execute("""
                insert into plan.operation_steps (operation_id, step, position, state)
                values ('%1$s', 'RESERVE', 1, 'PENDING'), ('%1$s', 'PUBLISH', 2, 'PENDING')
                """.formatted(id));
        journal.recordStep(report(id, StepState.RUNNING)).block();
        assertThat(operations.require(id).block().state()).isEqualTo(OperationState.RUNNING);
        return id;
    }

    private static StepReport report(UUID operation, StepState state) {
        var failure = state == StepState.FAILED ? new Failure(FailureType.TOOL_FAILED, "broken", null) : null;
        var at = state == StepState.RUNNING ? NOW : NOW.plusSeconds(1);
        return new StepReport(operation.toString(), Step.RESERVE, state, at, failure);
    }

    private void end(UUID operation) {
        var failure = new Failure(FailureType.TOOL_FAILED, "broken", null);
        journal.end(operation, OperationState.FAILED, NOW.plusSeconds(5), failure)
                .block();
    }

    private boolean send(UUID operation, int attempt, int firstNumber, int count) {
        client(token("install-worker", Map.of()))
                .post()
                .uri("/internal/operations/{id}/log", operation)
                .bodyValue(chunk(attempt, firstNumber, count))
                .exchange()
                .expectStatus()
                .isNoContent();
        return true;
    }

    private static Map<String, Object> chunk(int attempt, int firstNumber, int count) {
        var lines = IntStream.range(firstNumber, firstNumber + count)
                .mapToObj(number -> Map.of("at", NOW.toString(), "text", "line " + number))
                .toList();
        return Map.of(
                "step",
                "RESERVE",
                "source",
                "run/1",
                "attempt",
                attempt,
                "worker",
                "1@worker",
                "firstNumber",
                firstNumber,
                "lines",
                lines);
    }

    private List<JsonNode> log(UUID operation) {
        var items = get("/api/v1/operations/" + operation + "/log?limit=2000").get("items");
        return IntStream.range(0, items.size()).mapToObj(items::get).toList();
    }

    private Flux<ServerSentEvent<Map<String, Object>>> events(UUID operation, String lastEventId) {
        return user().get()
                .uri("/api/v1/operations/{id}/events", operation)
                .headers(headers -> {
                    if (lastEventId != null) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody();
    }
}
