package dev.slipway.plan.offlinepackage.checking;

import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sees to it that each package is verified by one runner at a time, and by another when that one dies. */
@Component
class VerificationLeases {
    private final UUID runner = UUID.randomUUID();
    private final DatabaseClient database;
    private final PackagesProperties properties;
    private final Clock clock;

    VerificationLeases(DatabaseClient database, PackagesProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    /** Takes all packages that wait to be verified and that nobody verifies. */
    Flux<UUID> take() {
        return database.sql("""
                insert into package_verification (package_id, runner, renewed_at)
                select id, :runner, :now from offline_package where state = 'VERIFYING'
                on conflict (package_id) do update set runner = excluded.runner, renewed_at = excluded.renewed_at
                where package_verification.renewed_at < :expired
                returning package_id
                """)
                .bind("runner", runner)
                .bind("now", clock.instant())
                .bind("expired", clock.instant().minus(properties.lease()))
                .mapValue(UUID.class)
                .all();
    }

    /** Stays the runner, tells how far it is, and fails when the package was removed or taken by another runner. */
    Mono<Void> renew(UUID packageId, int verified) {
        return database.sql("""
                with renewed as (
                    update package_verification set renewed_at = :now
                    where package_id = :id and runner = :runner returning package_id)
                update offline_package set verified = :verified from renewed where id = package_id
                """)
                .bind("now", clock.instant())
                .bind("id", packageId)
                .bind("runner", runner)
                .bind("verified", verified)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("The verification was taken over")))
                .then();
    }

    /** Lets others verify the package. */
    Mono<Void> give(UUID packageId) {
        return database.sql("delete from package_verification where package_id = :id and runner = :runner")
                .bind("id", packageId)
                .bind("runner", runner)
                .then();
    }
}
