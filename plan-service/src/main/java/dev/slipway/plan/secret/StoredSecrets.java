package dev.slipway.plan.secret;

import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sealed secrets in their table. */
@Component
final class StoredSecrets implements SealedSecrets {
    private final DatabaseClient database;
    private final Keyring keyring;
    private final Clock clock;

    StoredSecrets(DatabaseClient database, Keyring keyring, Clock clock) {
        this.database = database;
        this.keyring = keyring;
        this.clock = clock;
    }

    @Override
    public Mono<Void> store(SecretOwner owner, String name, byte[] secret) {
        return of("""
                insert into sealed_secret (owner_kind, owner_id, name, key_id, sealed, sealed_at)
                values (:kind, :id, :name, :key, :sealed, :at)
                on conflict (owner_kind, owner_id, name) do update
                set key_id = excluded.key_id, sealed = excluded.sealed, sealed_at = excluded.sealed_at
                """, owner)
                .bind("name", name)
                .bind("key", keyring.primary())
                .bind("sealed", keyring.seal(secret, owner.binding(name)))
                .bind("at", clock.instant())
                .then();
    }

    @Override
    public Mono<byte[]> read(SecretOwner owner, String name) {
        return of(
                        "select sealed from sealed_secret where owner_kind = :kind and owner_id = :id and name = :name",
                        owner)
                .bind("name", name)
                .mapValue(byte[].class)
                .one()
                .map(box -> keyring.open(box, owner.binding(name)));
    }

    @Override
    public Mono<Void> delete(SecretOwner owner, String name) {
        return of("delete from sealed_secret where owner_kind = :kind and owner_id = :id and name = :name", owner)
                .bind("name", name)
                .then();
    }

    @Override
    public Mono<Void> deleteAll(SecretOwner owner) {
        return of("delete from sealed_secret where owner_kind = :kind and owner_id = :id", owner)
                .then();
    }

    /** Seals everything with the primary key that was sealed with another, and returns how much that was. */
    Mono<Long> reseal() {
        return database.sql("select owner_kind, owner_id, name from sealed_secret where key_id <> :key")
                .bind("key", keyring.primary())
                .mapProperties(Sealed.class)
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(this::reseal)
                .count();
    }

    private Mono<Long> reseal(Sealed old) {
        return of(
                        "select sealed from sealed_secret where owner_kind = :kind and owner_id = :id and name = :name",
                        old.owner())
                .bind("name", old.name)
                .mapValue(byte[].class)
                .one()
                .flatMap(box -> replace(old, box));
    }

    /** Replaces only what was read: a secret stored meanwhile is newer, and sealed with the new key already. */
    private Mono<Long> replace(Sealed old, byte[] box) {
        var binding = old.owner().binding(old.name);
        return of("""
                update sealed_secret set key_id = :key, sealed = :fresh, sealed_at = :at
                where owner_kind = :kind and owner_id = :id and name = :name and sealed = :old
                """, old.owner())
                .bind("name", old.name)
                .bind("key", keyring.primary())
                .bind("fresh", keyring.seal(keyring.open(box, binding), binding))
                .bind("at", clock.instant())
                .bind("old", box)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1);
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, SecretOwner owner) {
        return database.sql(sql).bind("kind", owner.kind()).bind("id", owner.id());
    }

    private record Sealed(String ownerKind, UUID ownerId, String name) {
        SecretOwner owner() {
            return new SecretOwner(ownerKind, ownerId);
        }
    }
}
