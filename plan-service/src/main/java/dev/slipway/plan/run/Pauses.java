package dev.slipway.plan.run;

import dev.slipway.plan.database.Moments;
import dev.slipway.plan.decision.OperationDecision;
import dev.slipway.plan.decision.OperationDecisions;
import dev.slipway.plan.operation.Operation;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Which operations shall wait before their next step; the journal asks when a step begins. */
@Repository
class Pauses {
    private final DatabaseClient database;
    private final OperationDecisions decisions;
    private final Clock clock;

    Pauses(DatabaseClient database, OperationDecisions decisions, Clock clock) {
        this.database = database;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Transactional
    Mono<Void> pause(Operation operation, Wish wish) {
        return set(operation, true).then(record(operation, "PAUSE", wish));
    }

    @Transactional
    Mono<Void> resume(Operation operation, Wish wish) {
        return set(operation, false).then(record(operation, "RESUME", wish));
    }

    private Mono<Void> set(Operation operation, boolean requested) {
        return database.sql("""
                        update plan.operations set pause_requested = :requested, revision = revision + 1
                        where id = :id and pause_requested <> :requested
                        """)
                .bind("id", operation.id())
                .bind("requested", requested)
                .then();
    }

    private Mono<Void> record(Operation operation, String decision, Wish wish) {
        var now = Moments.now(clock);
        return decisions.keep(
                operation.id(), OperationDecision.plain(wish.id(), decision, wish.requester(), wish.reason(), now));
    }
}
