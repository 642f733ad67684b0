package dev.slipway.plan.operation.record;

import static dev.slipway.plan.database.Rows.required;
import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.operation.JsonText;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads what is kept about an operation beside its steps, decisions and log. */
@Repository
class RecordRows {
    private final DatabaseClient database;
    private final JsonText json;

    RecordRows(DatabaseClient database, JsonText json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What the operation was asked for.
     *
     * @param changes what Terraform changes, once it is planned
     */
    record Asked(
            @Nullable Map<String, Object> spec,
            int nodes,
            @Nullable Map<String, Object> changes) {}

    Mono<Asked> asked(UUID operation) {
        return database.sql("""
                        select spec::text as spec, node_count, changes::text as changes from plan.operations
                        where id = :id
                        """)
                .bind("id", operation)
                .map(row -> new Asked(object(row, "spec"), number(row, "node_count"), object(row, "changes")))
                .one();
    }

    Mono<List<RecordedOrder>> orders(UUID operation) {
        return database.sql("""
                        select number, at, provisioning::text as provisioning, installation::text as installation
                        from plan.operation_orders where operation_id = :id order by number
                        """)
                .bind("id", operation)
                .map(row -> new RecordedOrder(
                        number(row, "number"),
                        required(row, "at", Instant.class),
                        object(row, "provisioning"),
                        object(row, "installation")))
                .all()
                .collectList();
    }

    Mono<Map<Step, StepWork>> works(UUID operation) {
        return database.sql("""
                        select step, order_number, output::text as output from plan.operation_steps
                        where operation_id = :id
                        """)
                .bind("id", operation)
                .map(row -> Map.entry(
                        step(row), new StepWork(row.get("order_number", Integer.class), object(row, "output"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Map<Step, Collection<RecordedAttempt>>> attempts(UUID operation) {
        return database.sql("""
                        select a.step, a.number, a.worker, a.begun_at, a.ended_at, a.state, a.failure::text as failure,
                            (select max(l.at) from plan.operation_log l where l.operation_id = a.operation_id
                                and l.step = a.step and l.attempt = a.number) as last_line_at
                        from plan.operation_attempts a where a.operation_id = :id order by a.step, a.number
                        """)
                .bind("id", operation)
                .map(row -> Map.entry(step(row), attempt(row)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private RecordedAttempt attempt(Readable row) {
        var state = row.get("state", String.class);
        return new RecordedAttempt(
                number(row, "number"),
                required(row, "worker", String.class),
                required(row, "begun_at", Instant.class),
                row.get("last_line_at", Instant.class),
                row.get("ended_at", Instant.class),
                state == null ? null : StepState.valueOf(state),
                json.read(row.get("failure", String.class), Failure.class));
    }

    private @Nullable Map<String, Object> object(Readable row, String column) {
        return json.readObject(row.get(column, String.class));
    }

    private static Step step(Readable row) {
        return Step.valueOf(required(row, "step", String.class));
    }

    private static int number(Readable row, String column) {
        return requireNonNull(row.get(column, Integer.class));
    }
}
