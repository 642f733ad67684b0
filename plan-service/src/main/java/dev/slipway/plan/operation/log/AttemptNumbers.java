package dev.slipway.plan.operation.log;

import static dev.slipway.plan.database.Rows.required;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Counts the tries of a step over the retries of Temporal and of people. */
@Repository
class AttemptNumbers {
    private static final String NUMBER = """
            with known as (
                select number from plan.operation_attempts
                where operation_id = :id and step = :step and source = :source and source_attempt = :attempt),
            added as (
                insert into plan.operation_attempts
                    (operation_id, step, number, source, source_attempt, worker, begun_at)
                select :id, :step, greatest(1,
                    (select max(number) + 1 from plan.operation_attempts where operation_id = :id and step = :step),
                    (select attempts from plan.operation_steps where operation_id = :id and step = :step)),
                    :source, :attempt, :worker, now()
                where not exists (select 1 from known)
                returning number)
            select number from known union all select number from added
            """;

    private final DatabaseClient database;

    AttemptNumbers(DatabaseClient database) {
        this.database = database;
    }

    /** Returns the number of the try a chunk comes from; the caller holds the lock of the operation's row. */
    Mono<Integer> of(UUID operation, ReceivedChunk chunk) {
        return database.sql(NUMBER)
                .bind("id", operation)
                .bind("step", chunk.step().name())
                .bind("source", chunk.source())
                .bind("attempt", chunk.attempt())
                .bind("worker", chunk.worker())
                .map(row -> required(row, "number", Integer.class))
                .one();
    }
}
