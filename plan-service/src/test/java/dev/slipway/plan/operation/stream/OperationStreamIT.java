package dev.slipway.plan.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.operation.OperationState;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;

class OperationStreamIT extends LoggedOperation {
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
