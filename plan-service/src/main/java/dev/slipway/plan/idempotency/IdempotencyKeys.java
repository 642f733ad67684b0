package dev.slipway.plan.idempotency;

import static java.util.Objects.requireNonNull;

import dev.slipway.plan.operation.JsonText;
import dev.slipway.toolkit.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The answers given to requests with an Idempotency-Key. */
@Repository
public class IdempotencyKeys {
    private static final Duration MEMORY = Duration.ofDays(7);

    private final DatabaseClient database;
    private final JsonText json;
    private final Clock clock;

    IdempotencyKeys(DatabaseClient database, JsonText json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Finds the answer to the same request, or fails when the key was used for another one. */
    public <T> Mono<T> answer(RequestIdentity identity, Class<T> type) {
        var key = identity.key();
        if (key == null) {
            return Mono.empty();
        }
        return database.sql("""
                        select fingerprint, answer::text as answer from plan.idempotency_keys
                        where requester = :requester and key = :key
                        """)
                .bind("requester", identity.requester())
                .bind("key", key)
                .map(row -> {
                    if (!identity.fingerprint().equals(row.get("fingerprint", String.class))) {
                        throw reused();
                    }
                    return requireNonNull(json.read(row.get("answer", String.class), type));
                })
                .one();
    }

    /** Keeps the answer to a request; fails when its key is used already. */
    public Mono<Void> keep(RequestIdentity identity, Object answer, Instant now) {
        return write(identity, answer, now, "");
    }

    /** Takes a key for a request, with what can be answered so far; a key that is used already stays as it is. */
    public Mono<Void> claim(RequestIdentity identity, Object answer) {
        return write(identity, answer, clock.instant(), "on conflict do nothing");
    }

    /** Keeps the final answer to a request. */
    public Mono<Void> settle(RequestIdentity identity, Object answer) {
        return write(identity, answer, clock.instant(), """
                on conflict (requester, key) do update set answer = excluded.answer
                where idempotency_keys.fingerprint = excluded.fingerprint
                """);
    }

    /** Gives the key of a request that came to nothing free again, while its answer is still this one. */
    public Mono<Void> drop(RequestIdentity identity, Object answer) {
        return bound(identity, answer, """
                        delete from plan.idempotency_keys where requester = :requester and key = :key
                            and fingerprint = :fingerprint and answer = cast(:answer as jsonb)
                        """).map(GenericExecuteSpec::then).orElse(Mono.empty());
    }

    private Mono<Void> write(RequestIdentity identity, Object answer, Instant now, String whenUsed) {
        return bound(identity, answer, """
                        insert into plan.idempotency_keys (requester, key, fingerprint, answer, created_at)
                        values (:requester, :key, :fingerprint, cast(:answer as jsonb), :now)
                        """ + whenUsed)
                .map(statement -> statement.bind("now", now).then())
                .orElse(Mono.empty());
    }

    private Optional<GenericExecuteSpec> bound(RequestIdentity identity, Object answer, String sql) {
        return Optional.ofNullable(identity.key())
                .map(key -> database.sql(sql)
                        .bind("requester", identity.requester())
                        .bind("key", key)
                        .bind("fingerprint", identity.fingerprint())
                        .bind("answer", requireNonNull(json.write(answer))));
    }

    /** Forgets answers that nobody repeats a request for any more. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    Mono<Void> forgetOld() {
        return database.sql("delete from plan.idempotency_keys where created_at < :before")
                .bind("before", clock.instant().minus(MEMORY))
                .then();
    }

    private static ProblemException reused() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "Idempotency key reused",
                "The Idempotency-Key was used for another request; use a new one.",
                List.of());
    }
}
