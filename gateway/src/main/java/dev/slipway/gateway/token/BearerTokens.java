package dev.slipway.gateway.token;

import dev.slipway.toolkit.web.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.r2dbc.repository.Modifying;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.reactive.ReactiveCrudRepository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tokens that are known. */
public interface BearerTokens extends ReactiveCrudRepository<BearerToken, UUID> {
    /** Finds a token by its hash. */
    Mono<BearerToken> findByTokenSha256(String tokenSha256);

    /** Lists a page, newest first, after a place in the list. */
    @Query("""
            select * from gateway.bearer_token
            where (created_at, id) < (:at, :id)
            order by created_at desc, id desc
            limit :count
            """)
    Flux<BearerToken> page(Instant at, UUID id, int count);

    /** Lists the page after a cursor. */
    default Flux<BearerToken> after(Cursor cursor, int count) {
        return page(cursor.at(), cursor.id(), count);
    }

    /** Notes a use, unless one was noted since the given time. */
    @Modifying
    @Query("""
            update gateway.bearer_token set last_used_at = :now
            where id = :id and (last_used_at is null or last_used_at < :since)
            """)
    Mono<Integer> noteUse(UUID id, Instant now, Instant since);

    /** Deletes a token, unless it is the last one of an administrator. */
    @Modifying
    @Query("""
            delete from gateway.bearer_token as doomed
            where doomed.id = :id and (
                not 'ADMINISTRATOR' = any (doomed.roles)
                or exists (
                    select 1 from gateway.bearer_token as other
                    where other.id <> doomed.id and 'ADMINISTRATOR' = any (other.roles)))
            """)
    Mono<Integer> deleteUnlessLastAdministrator(UUID id);
}
