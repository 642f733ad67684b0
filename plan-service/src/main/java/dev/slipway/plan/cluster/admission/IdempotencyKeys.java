package dev.slipway.plan.cluster.admission;

import static java.util.Objects.requireNonNull;

import dev.slipway.plan.operation.JsonText;
import dev.slipway.toolkit.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The answers given to requests with an Idempotency-Key. */
@Repository
class IdempotencyKeys {
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
    Mono<Accepted> answer(RequestIdentity identity) {
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
                    return requireNonNull(json.read(row.get("answer", String.class), Accepted.class));
                })
                .one();
    }

    Mono<Void> keep(RequestIdentity identity, Accepted answer, Instant now) {
        var key = identity.key();
        if (key == null) {
            return Mono.empty();
        }
        return database.sql("""
                        insert into plan.idempotency_keys (requester, key, fingerprint, answer, created_at)
                        values (:requester, :key, :fingerprint, cast(:answer as jsonb), :now)
                        """)
                .bind("requester", identity.requester())
                .bind("key", key)
                .bind("fingerprint", identity.fingerprint())
                .bind("answer", requireNonNull(json.write(answer)))
                .bind("now", now)
                .then();
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
