package dev.slipway.plan.operation.log;

import static dev.slipway.plan.database.Rows.required;
import static java.util.Objects.requireNonNull;

import dev.slipway.plan.operation.JsonText;
import dev.slipway.plan.operation.OperationNotFound;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The lines of all operations. */
@Repository
public class OperationLogs {
    private static final String APPEND = """
            with fresh as (
                select received.*, row_number() over (order by received.line) as place
                from jsonb_to_recordset(cast(:received as jsonb))
                    as received (line bigint, host text, at timestamptz, text text)
                where not exists (select 1 from plan.operation_log known where known.operation_id = :id
                    and known.step = :step and known.attempt = :attempt and known.line = received.line)),
            added as (
                insert into plan.operation_log (operation_id, number, step, attempt, line, host, at, text)
                select :id, :lines + place, :step, :attempt, line, host, at, text from fresh
                returning 1),
            begun as (
                update plan.operation_steps set attempts = :attempt, revision = :revision
                where operation_id = :id and step = :step and attempts < :attempt
                returning 1)
            update plan.operations set lines = lines + (select count(*) from added),
                revision = revision + (select count(*) from begun)
            where id = :id
            """;

    private final DatabaseClient database;
    private final JsonText json;
    private final AttemptNumbers attempts;

    OperationLogs(DatabaseClient database, JsonText json, AttemptNumbers attempts) {
        this.attempts = attempts;
        this.database = database;
        this.json = json;
    }

    /** Adds the lines that are not known yet; the operation's row lock keeps numbers gapless and in order of commit. */
    @Transactional
    Mono<Void> append(UUID operation, ReceivedChunk chunk) {
        return database.sql("select lines, revision from plan.operations where id = :id for update")
                .bind("id", operation)
                .map(row -> new Counters(number(row, "lines"), number(row, "revision")))
                .one()
                .switchIfEmpty(Mono.error(() -> new OperationNotFound(operation)))
                .flatMap(counters ->
                        attempts.of(operation, chunk).flatMap(attempt -> insert(operation, chunk, attempt, counters)));
    }

    /** Reads lines after a number, in order. */
    public Flux<LogEntry> read(UUID operation, long after, int limit) {
        return database.sql("""
                        select number, step, attempt, host, at, text from plan.operation_log
                        where operation_id = :id and number > :after order by number limit :limit
                        """)
                .bind("id", operation)
                .bind("after", after)
                .bind("limit", limit)
                .map(OperationLogs::entry)
                .all();
    }

    private Mono<Void> insert(UUID operation, ReceivedChunk chunk, int attempt, Counters counters) {
        return database.sql(APPEND)
                .bind("id", operation)
                .bind("step", chunk.step().name())
                .bind("attempt", attempt)
                .bind("received", requireNonNull(json.write(chunk.numbered())))
                .bind("lines", counters.lines())
                .bind("revision", counters.revision() + 1)
                .then();
    }

    private static LogEntry entry(Readable row) {
        return new LogEntry(
                number(row, "number"),
                required(row, "step", String.class),
                required(row, "attempt", Integer.class),
                row.get("host", String.class),
                required(row, "at", Instant.class),
                required(row, "text", String.class));
    }

    private static long number(Readable row, String column) {
        return requireNonNull(row.get(column, Long.class));
    }

    private record Counters(long lines, long revision) {}
}
