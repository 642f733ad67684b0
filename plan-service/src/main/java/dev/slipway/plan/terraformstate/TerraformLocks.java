package dev.slipway.plan.terraformstate;

import io.r2dbc.spi.Parameters;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The locks on states: one per cluster at most. */
@Component
class TerraformLocks {
    private final DatabaseClient database;
    private final Clock clock;

    TerraformLocks(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Locks if nobody else has, and returns who has now: in one statement, between which nobody unlocks. */
    Mono<TerraformLock> lock(UUID clusterId, TerraformLock wanted, @Nullable Turn turn) {
        return database.sql("""
                insert into terraform_lock (cluster_id, lock_id, info, locked_at, run, attempt)
                values (:cluster, :lock, :info, :at, :run, :attempt)
                on conflict (cluster_id) do update set lock_id = terraform_lock.lock_id returning lock_id, info
                """)
                .bind("cluster", clusterId)
                .bind("lock", wanted.lockId())
                .bind("info", wanted.info())
                .bind("at", clock.instant())
                .bind("run", turn == null ? Parameters.in(String.class) : turn.run())
                .bind("attempt", turn == null ? Parameters.in(Integer.class) : turn.attempt())
                .mapProperties(TerraformLock.class)
                .one()
                .single();
    }

    /** Unlocks what another turn than this one has locked, and returns what that was; waits for a write that runs. */
    Flux<TerraformLock> takeFromOthers(UUID clusterId, Turn turn) {
        return database.sql("""
                delete from terraform_lock
                where cluster_id = :cluster and (run, attempt) is distinct from (:run, :attempt) returning lock_id, info
                """)
                .bind("cluster", clusterId)
                .bind("run", turn.run())
                .bind("attempt", turn.attempt())
                .mapProperties(TerraformLock.class)
                .all();
    }

    /** Returns who holds the lock, if anybody. */
    Mono<TerraformLock> holder(UUID clusterId) {
        return database.sql("select lock_id, info from terraform_lock where cluster_id = :cluster")
                .bind("cluster", clusterId)
                .mapProperties(TerraformLock.class)
                .one();
    }

    /** Keeps the lock as it is until the transaction ends; refuses everybody who does not hold it. */
    Mono<Void> require(UUID clusterId, @Nullable String lockId) {
        return database.sql("select lock_id, info from terraform_lock where cluster_id = :cluster for update")
                .bind("cluster", clusterId)
                .mapProperties(TerraformLock.class)
                .one()
                .switchIfEmpty(Mono.error(() -> new StateLocked(
                        "The state can be changed only by who has locked it; lock it first, or leave it as it is.")))
                .filter(holder -> !holder.lockId().equals(lockId))
                .flatMap(
                        holder -> Mono.error(
                                new StateLocked(
                                        "The state is locked by another run: wait until that has ended, or has been taken the place of.")));
    }

    /** Unlocks if the lock has this id, and returns whether it had. */
    Mono<Boolean> unlock(UUID clusterId, String lockId) {
        return database.sql("delete from terraform_lock where cluster_id = :cluster and lock_id = :lock")
                .bind("cluster", clusterId)
                .bind("lock", lockId)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Unlocks whoever holds the lock. */
    Mono<Void> forget(UUID clusterId) {
        return database.sql("delete from terraform_lock where cluster_id = :cluster")
                .bind("cluster", clusterId)
                .then();
    }
}
