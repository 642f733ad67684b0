package dev.slipway.plan.terraformstate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Lets whoever's turn it is have the lock of a state: that of an earlier try is taken over, as that try may be on a
 * machine that is lost for good, and an earlier try that comes back gets none. What it still writes is refused.
 */
@Component
class TerraformTurns {
    private static final Logger LOG = LoggerFactory.getLogger(TerraformTurns.class);

    private final DatabaseClient database;
    private final TerraformLocks locks;

    TerraformTurns(DatabaseClient database, TerraformLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    /** Locks, and returns who has the lock now; fails for a try whose turn is over. */
    @Transactional
    Mono<TerraformLock> lock(UUID clusterId, TerraformLock wanted, @Nullable Turn turn) {
        if (turn == null) {
            return locks.lock(clusterId, wanted, null);
        }
        return enter(clusterId, turn)
                .filter(entered -> entered)
                .switchIfEmpty(Mono.error(TerraformTurns::over))
                .thenMany(locks.takeFromOthers(clusterId, turn))
                .doOnNext(lost -> LOG.atInfo()
                        .addKeyValue("cluster", clusterId)
                        .addKeyValue("lock", lost.lockId())
                        .addKeyValue("holder", lost.info())
                        .log("A later try took over the lock of a Terraform state"))
                .then(Mono.defer(() -> locks.lock(clusterId, wanted, turn)));
    }

    /** Returns whether it is the turn of this try: in one statement, so that of two only one is the later. */
    private Mono<Boolean> enter(UUID clusterId, Turn turn) {
        return database.sql("""
                insert into terraform_turn (cluster_id, run, attempt)
                select id, :run, :attempt from clusters where id = :cluster
                on conflict (cluster_id) do update set run = excluded.run, attempt = excluded.attempt,
                    past = case when terraform_turn.run = excluded.run then terraform_turn.past
                        else terraform_turn.past || terraform_turn.run end
                where excluded.run <> all (terraform_turn.past)
                    and (excluded.run <> terraform_turn.run or excluded.attempt >= terraform_turn.attempt)
                """)
                .bind("cluster", clusterId)
                .bind("run", turn.run())
                .bind("attempt", turn.attempt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static StateLocked over() {
        return new StateLocked(
                "A later try works on the state, or its cluster is gone; this one must not go on, and its work is not lost.");
    }
}
