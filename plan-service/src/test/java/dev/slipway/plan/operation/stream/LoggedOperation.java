package dev.slipway.plan.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;

/** An operation that runs without a workflow, and what workers and readers do with it meanwhile. */
abstract class LoggedOperation extends RunningLifecycle {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    private Operations operations;

    @Autowired
    OperationJournal journal;

    UUID running() {
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

    static StepReport report(UUID operation, StepState state) {
        var failure = state == StepState.FAILED ? new Failure(FailureType.TOOL_FAILED, "broken", null) : null;
        var at = state == StepState.RUNNING ? NOW : NOW.plusSeconds(1);
        return new StepReport(operation.toString(), Step.RESERVE, state, at, failure);
    }

    void end(UUID operation) {
        var failure = new Failure(FailureType.TOOL_FAILED, "broken", null);
        journal.end(operation, OperationState.FAILED, NOW.plusSeconds(5), failure)
                .block();
    }

    boolean send(UUID operation, int attempt, int firstNumber, int count) {
        client(token("install-worker", Map.of()))
                .post()
                .uri("/internal/operations/{id}/log", operation)
                .bodyValue(chunk(attempt, firstNumber, count))
                .exchange()
                .expectStatus()
                .isNoContent();
        return true;
    }

    static Map<String, Object> chunk(int attempt, int firstNumber, int count) {
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
}
