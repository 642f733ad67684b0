package dev.slipway.plan.address;

import static dev.slipway.plan.database.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reservations that are locked. */
@Component
class LockRows {
    private final DatabaseClient database;

    LockRows(DatabaseClient database) {
        this.database = database;
    }

    /** Locks the addresses of these hosts of a cluster; those that are locked stay as they are. */
    Mono<Void> lock(UUID cluster, Set<String> hosts, LockReason reason) {
        return database.sql("""
                update address_reservation set lock_id = gen_random_uuid(), locked_at = :at, locked_for = :cluster,
                    lock_reason = :reason
                where cluster_id = :id and host_name = any(:hosts) and lock_id is null
                """)
                .bind("at", reason.at())
                .bind("cluster", reason.cluster())
                .bind("reason", reason.reason())
                .bind("id", cluster)
                .bind("hosts", hosts.toArray(String[]::new))
                .then();
    }

    Flux<LockedAddress> of(UUID zone) {
        return database.sql("""
                select lock_id, zone_id, address, host_name, locked_for, lock_reason, locked_at from address_reservation
                where zone_id = :zone and lock_id is not null order by address::inet
                """).bind("zone", zone).map(LockRows::locked).all();
    }

    /** Gives an address back and returns it; nothing when no such lock is there. */
    Mono<String> release(UUID zone, UUID lock) {
        return database.sql(
                        "delete from address_reservation where zone_id = :zone and lock_id = :lock returning address")
                .bind("zone", zone)
                .bind("lock", lock)
                .mapValue(String.class)
                .one();
    }

    private static LockedAddress locked(Readable row) {
        return new LockedAddress(
                required(row, "lock_id", UUID.class),
                required(row, "zone_id", UUID.class),
                required(row, "address", String.class),
                required(row, "host_name", String.class),
                required(row, "locked_for", String.class),
                required(row, "lock_reason", String.class),
                required(row, "locked_at", Instant.class));
    }
}
