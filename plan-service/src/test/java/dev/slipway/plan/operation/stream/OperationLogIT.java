package dev.slipway.plan.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OperationLogIT extends LoggedOperation {
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
            assertThat(texts(lines, attempt)).containsExactlyInAnyOrderElementsOf(numbered(105));
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

    private List<JsonNode> log(UUID operation) {
        var items = get("/api/v1/operations/" + operation + "/log?limit=2000").get("items");
        return IntStream.range(0, items.size()).mapToObj(items::get).toList();
    }

    private static List<String> texts(List<JsonNode> lines, int attempt) {
        return lines.stream()
                .filter(line -> line.get("attempt").asInt() == attempt)
                .map(line -> line.get("text").asText())
                .toList();
    }

    private static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "line " + number)
                .toList();
    }
}
