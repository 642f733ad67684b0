package dev.slipway.plan.decision;

import static java.util.Objects.requireNonNull;

import dev.slipway.plan.operation.JsonText;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The decisions taken about operations, kept as long as the operations. */
@Repository
public class OperationDecisions {
    private final DatabaseClient database;
    private final JsonText json;

    OperationDecisions(DatabaseClient database, JsonText json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps a decision; one that is known stays as it is. */
    public Mono<Void> keep(UUID operation, OperationDecision decision) {
        return database.sql("""
                        insert into plan.operation_decisions (operation_id, id, step, decision, requested_by, reason, at,
                            changes)
                        values (:operation, :id, :step, :decision, :requestedBy, :reason, :at, cast(:changes as jsonb))
                        on conflict do nothing
                        """)
                .bind("operation", operation)
                .bind("id", decision.id())
                .bind("step", text(decision.step()))
                .bind("decision", decision.decision())
                .bind("requestedBy", decision.requestedBy())
                .bind("reason", text(decision.reason()))
                .bind("at", decision.at())
                .bind("changes", text(json.write(decision.changes())))
                .then();
    }

    /** Forgets a decision that did not come about. */
    public Mono<Void> forget(UUID operation, String id) {
        return database.sql("delete from plan.operation_decisions where operation_id = :operation and id = :id")
                .bind("operation", operation)
                .bind("id", id)
                .then();
    }

    /** Lists the decisions about an operation, oldest first. */
    public Flux<OperationDecision> of(UUID operation) {
        return database.sql("""
                        select id, step, decision, requested_by, reason, at, changes::text as changes from plan.operation_decisions
                        where operation_id = :operation order by at, id
                        """)
                .bind("operation", operation)
                .map(this::decision)
                .all();
    }

    private OperationDecision decision(Readable row) {
        var changes = json.read(row.get("changes", String.class), FieldChange[].class);
        return new OperationDecision(
                requireNonNull(row.get("id", String.class)),
                row.get("step", String.class),
                requireNonNull(row.get("decision", String.class)),
                requireNonNull(row.get("requested_by", String.class)),
                row.get("reason", String.class),
                requireNonNull(row.get("at", Instant.class)),
                changes == null ? null : List.of(changes));
    }

    private static Object text(@Nullable String value) {
        return value == null ? Parameters.in(String.class) : value;
    }
}
