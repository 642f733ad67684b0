package dev.slipway.plan.terraformstate;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
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
    Mono<TerraformLock> lock(UUID clusterId, TerraformLock wanted) {
        return database.sql("""
                insert into terraform_lock (cluster_id, lock_id, info, locked_at) values (:cluster, :lock, :info, :at)
                on conflict (cluster_id) do update set lock_id = terraform_lock.lock_id returning lock_id, info
                """)
                .bind("cluster", clusterId)
                .bind("lock", wanted.lockId())
                .bind("info", wanted.info())
                .bind("at", clock.instant())
                .mapProperties(TerraformLock.class)
                .one()
                .single();
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
                .flatMap(holder -> Mono.error(new StateLocked(
                        "The state is locked by another run; wait for it, or if it is dead, unlock it with: terraform force-unlock "
                                + holder.lockId())));
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
