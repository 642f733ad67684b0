package dev.slipway.plan.journal;

import static dev.slipway.plan.database.Rows.nullable;

import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.operation.JsonText;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationFailure;
import dev.slipway.plan.operation.OperationProgress;
import dev.slipway.plan.operation.OperationStep;
import dev.slipway.plan.operation.Operations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The statements of the journal; each change raises the operation's revision, under its row lock. */
@Repository
class JournalRows {
    private final DatabaseClient database;
    private final Operations operations;
    private final JsonText json;

    JournalRows(DatabaseClient database, Operations operations, JsonText json) {
        this.database = database;
        this.operations = operations;
        this.json = json;
    }

    Mono<Operation> lock(UUID operation) {
        return database.sql("select id from plan.operations where id = :id for update")
                .bind("id", operation)
                .fetch()
                .one()
                .flatMap(locked -> operations.find(operation));
    }

    Mono<OperationStep> step(UUID operation, Step step) {
        return operations
                .steps(operation, 0)
                .filter(found -> found.step() == step)
                .next();
    }

    Mono<List<OperationStep>> steps(UUID operation) {
        return operations.steps(operation, 0).collectList();
    }

    /**
     * Adds steps after the last one, which work by the latest order; from the first of them on the operation rolls
     * back.
     */
    Mono<Void> addSteps(Operation operation, List<Step> steps) {
        return database.sql("""
                        with undo as (
                            insert into plan.operation_steps (operation_id, step, position, state, revision, order_number)
                            select :id, step, :total + place, 'PENDING', :revision,
                                (select max(number) from plan.operation_orders where operation_id = :id)
                            from unnest(:steps::text[]) with ordinality as added (step, place))
                        update plan.operations set rollback_from = :total + 1, pause_requested = false where id = :id
                        """)
                .bind("id", operation.id())
                .bind("total", operation.stepsTotal())
                .bind("steps", steps.stream().map(Enum::name).toArray(String[]::new))
                .bind("revision", operation.revision() + 1)
                .then();
    }

    Mono<Void> enter(UUID operation, OperationProgress progress) {
        return database.sql("""
                        update plan.operations set state = :state, failure = cast(:failure as jsonb),
                            revision = revision + 1
                        where id = :id
                        """)
                .bind("id", operation)
                .bind("state", progress.state().name())
                .bind("failure", nullable(json.write(progress.failure()), String.class))
                .then();
    }

    Mono<Void> begin(UUID operation, Instant at) {
        return database.sql("""
                        update plan.operations set state = 'RUNNING', started_at = :at, revision = revision + 1
                        where id = :id
                        """).bind("id", operation).bind("at", at).then();
    }

    Mono<Void> saveStep(Operation operation, OperationStep step) {
        return database.sql("""
                        with step as (
                            update plan.operation_steps set state = :state, attempts = :attempts, started_at = :startedAt,
                                ended_at = :endedAt, worker = :worker, failure = cast(:failure as jsonb),
                                revision = :revision
                            where operation_id = :id and step = :step),
                        attempt as (
                            update plan.operation_attempts set ended_at = :endedAt, state = :state,
                                failure = cast(:failure as jsonb)
                            where operation_id = :id and step = :step and number = :attempts and ended_at is null
                                and cast(:endedAt as timestamptz) is not null)
                        update plan.operations set revision = :revision where id = :id
                        """)
                .bind("id", operation.id())
                .bind("step", step.step().name())
                .bind("state", step.state().name())
                .bind("attempts", step.attempts())
                .bind("startedAt", nullable(step.startedAt(), Instant.class))
                .bind("endedAt", nullable(step.endedAt(), Instant.class))
                .bind("worker", nullable(step.worker(), String.class))
                .bind("failure", nullable(json.write(step.failure()), String.class))
                .bind("revision", operation.revision() + 1)
                .then();
    }

    Mono<Void> savePlan(UUID operation, PlanSummary plan) {
        return database.sql("""
                        update plan.operations set changes = cast(:plan as jsonb), revision = revision + 1
                        where id = :id and changes is distinct from cast(:plan as jsonb)
                        """)
                .bind("id", operation)
                .bind("plan", nullable(json.write(plan), String.class))
                .then();
    }

    Mono<Void> endSteps(Operation operation, Outcome outcome) {
        return database.sql("""
                        update plan.operation_steps set state = :state, ended_at = :at,
                            failure = cast(:failure as jsonb), revision = :revision
                        where operation_id = :id and state = 'RUNNING'
                        """)
                .bind("id", operation.id())
                .bind("state", outcome.stepState().name())
                .bind("at", outcome.at())
                .bind("failure", nullable(json.write(outcome.failure()), String.class))
                .bind("revision", operation.revision() + 1)
                .then();
    }

    Mono<Void> end(UUID operation, Outcome outcome) {
        return stoppedStep(operation)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(step -> database.sql("""
                                update plan.operations set state = :state, ended_at = :at,
                                    failure = cast(:failure as jsonb), revision = revision + 1
                                where id = :id
                                """)
                        .bind("id", operation)
                        .bind("state", outcome.state().name())
                        .bind("at", outcome.at())
                        .bind("failure", nullable(failure(outcome, step.orElse(null)), String.class))
                        .then());
    }

    private Mono<Step> stoppedStep(UUID operation) {
        return operations
                .steps(operation, 0)
                .filter(step -> step.state().stopped())
                .takeLast(1)
                .map(OperationStep::step)
                .next();
    }

    private @Nullable String failure(Outcome outcome, @Nullable Step step) {
        var failure = outcome.failure();
        return failure == null ? null : json.write(OperationFailure.at(step, failure));
    }
}
