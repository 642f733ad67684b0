package dev.slipway.plan.decision;

import static dev.slipway.plan.database.Rows.nullable;
import static dev.slipway.plan.database.Rows.required;
import static java.util.Objects.requireNonNull;

import dev.slipway.plan.operation.JsonText;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The decisions taken about operations, kept as long as the operations. */
@Repository
public class OperationDecisions {
    private static final String SELECT = """
            select operation_id, id, step, decision, requested_by, reason, at, changes::text as changes, pending
            from plan.operation_decisions
            """;

    private final DatabaseClient database;
    private final JsonText json;

    OperationDecisions(DatabaseClient database, JsonText json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps a decision that was taken; one that is known stays as it is, and is no longer pending. */
    public Mono<Void> keep(UUID operation, OperationDecision decision) {
        return insert(operation, decision, null);
    }

    /** Keeps a decision that its operation has to confirm yet, with what undoes it. */
    public Mono<Void> propose(UUID operation, OperationDecision decision, Object undo) {
        return insert(operation, decision, undo);
    }

    /** Confirms a decision that was pending. */
    public Mono<Void> confirm(UUID operation, String id) {
        return one("""
                update plan.operation_decisions set pending = false, undo = null
                where operation_id = :operation and id = :id and pending
                """, operation, id).then();
    }

    /** Forgets a pending decision, and returns what undoes it; nothing when it was taken, or is gone. */
    public <T> Mono<T> withdraw(UUID operation, String id, Class<T> undo) {
        return one("""
                delete from plan.operation_decisions
                where operation_id = :operation and id = :id and pending returning undo::text as undo
                """, operation, id)
                .map(row -> requireNonNull(json.read(row.get("undo", String.class), undo)))
                .one();
    }

    /** Tells whether a decision was taken. */
    public Mono<Boolean> isTaken(UUID operation, String id) {
        return one("""
                select exists (select 1 from plan.operation_decisions
                    where operation_id = :operation and id = :id and not pending) as taken
                """, operation, id)
                .map(row -> Boolean.TRUE.equals(row.get("taken", Boolean.class)))
                .one();
    }

    /** Lists the decisions about an operation, oldest first. */
    public Flux<OperationDecision> of(UUID operation) {
        return database.sql(SELECT + "where operation_id = :operation order by at, id")
                .bind("operation", operation)
                .map(this::decision)
                .all();
    }

    /** Lists the decisions that have been pending since before a moment, oldest first. */
    public Flux<PendingDecision> pending(Instant before) {
        return database.sql(SELECT + "where pending and at < :before order by at, id")
                .bind("before", before)
                .map(row -> new PendingDecision(required(row, "operation_id", UUID.class), decision(row)))
                .all();
    }

    private Mono<Void> insert(UUID operation, OperationDecision decision, @Nullable Object undo) {
        return one("""
                        insert into plan.operation_decisions (operation_id, id, step, decision, requested_by, reason, at,
                            changes, pending, undo)
                        values (:operation, :id, :step, :decision, :requestedBy, :reason, :at, cast(:changes as jsonb),
                            :pending, cast(:undo as jsonb))
                        on conflict (operation_id, id) do update set pending = false, undo = null
                        where operation_decisions.pending and not excluded.pending
                        """, operation, decision.id())
                .bind("step", nullable(decision.step(), String.class))
                .bind("decision", decision.decision())
                .bind("requestedBy", decision.requestedBy())
                .bind("reason", nullable(decision.reason(), String.class))
                .bind("at", decision.at())
                .bind("changes", nullable(json.write(decision.changes()), String.class))
                .bind("pending", undo != null)
                .bind("undo", nullable(json.write(undo), String.class))
                .then();
    }

    private GenericExecuteSpec one(String sql, UUID operation, String id) {
        return database.sql(sql).bind("operation", operation).bind("id", id);
    }

    private OperationDecision decision(Readable row) {
        var changes = json.read(row.get("changes", String.class), FieldChange[].class);
        return new OperationDecision(
                required(row, "id", String.class),
                row.get("step", String.class),
                required(row, "decision", String.class),
                required(row, "requested_by", String.class),
                row.get("reason", String.class),
                required(row, "at", Instant.class),
                changes == null ? null : List.of(changes),
                Boolean.TRUE.equals(row.get("pending", Boolean.class)));
    }
}
