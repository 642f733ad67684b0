package dev.slipway.plan.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.plan.RunningPlanService;
import dev.slipway.plan.credential.Authentication;
import dev.slipway.plan.credential.Credential;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The table behind every kind. */
class StoredResourcesIT extends RunningPlanService {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00.123456Z");

    private Credential stored;

    @Autowired
    Resources<Credential> credentials;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void store() {
        stored = credentials.save(credential("one", NOW)).block(LIMIT);
    }

    @AfterEach
    void clear() {
        database.sql("delete from credential").then().block(LIMIT);
    }

    @Test
    void findsWhatItStoredToTheMicrosecond() {
        assertThat(stored.version()).isZero();
        assertThat(credentials.get(stored.id()).block(LIMIT)).isEqualTo(stored);
        assertThat(credentials.named("one").block(LIMIT)).isEqualTo(stored);
        assertThat(credentials.kind()).isEqualTo("credential");
        assertThatThrownBy(() -> credentials.get(UUID.randomUUID()).block(LIMIT))
                .isInstanceOf(ResourceNotFound.class);
    }

    @Test
    void findsManyAndLeavesOutWhatThereIsNot() {
        var two = credentials.save(credential("two", NOW.plusSeconds(1))).block(LIMIT);

        assertThat(credentials
                        .named(List.of("two", "three", "one"))
                        .collectList()
                        .block(LIMIT))
                .containsExactlyInAnyOrder(stored, two);
        assertThat(credentials.names(List.of(two.id(), UUID.randomUUID())).block(LIMIT))
                .isEqualTo(Map.of(two.id(), "two"));
        assertThat(credentials.all().collectList().block(LIMIT)).containsExactly(stored, two);
        assertThat(credentials.with("username", "root").collectList().block(LIMIT))
                .containsExactly(stored, two);
        assertThat(credentials.with("username", "nobody").collectList().block(LIMIT))
                .isEmpty();
    }

    @Test
    void asksNothingOfTheDatabaseForNothing() {
        assertThat(credentials.named(List.of()).collectList().block(LIMIT)).isEmpty();
        assertThat(credentials.names(List.of()).block(LIMIT)).isEmpty();
        assertThat(credentials.lock(List.of()).collectList().block(LIMIT)).isEmpty();
    }

    @Test
    void letsOneOfManyChangesOfAVersionThrough() {
        var outcomes = Flux.range(0, 8)
                .flatMap(number -> credentials
                        .save(renamed("changed-" + number))
                        .subscribeOn(Schedulers.parallel())
                        .map(Credential::name)
                        .onErrorResume(OptimisticLockingFailureException.class, late -> Mono.just("late")))
                .collectList()
                .block(LIMIT);

        assertThat(outcomes)
                .hasSize(8)
                .filteredOn(outcome -> !outcome.equals("late"))
                .hasSize(1);
        assertThat(credentials.get(stored.id()).block(LIMIT).version()).isEqualTo(1);
    }

    @Test
    void deletesOnlyTheVersionThatWasRead() {
        credentials.save(renamed("changed")).block(LIMIT);

        assertThatThrownBy(() -> credentials.delete(stored).block(LIMIT))
                .isInstanceOf(OptimisticLockingFailureException.class);
        credentials.get(stored.id()).flatMap(credentials::delete).block(LIMIT);

        assertThat(credentials.all().collectList().block(LIMIT)).isEmpty();
    }

    @Test
    void saysWhichNameIsTaken() {
        assertThatThrownBy(() -> credentials.save(credential("one", NOW)).block(LIMIT))
                .isInstanceOf(NameTaken.class)
                .hasMessageContaining("There is a credential named one already; choose another name.");
    }

    /** Who holds the lock reads, waits and writes; without it, two would write what they read at first. */
    @Test
    void keepsOthersFromChangingWhatIsLocked() {
        var together = new AtomicInteger();
        var most = new AtomicInteger();

        Flux.fromStream(IntStream.range(0, 5).boxed())
                .flatMap(number -> transaction
                        .transactional(credentials
                                .lock(List.of(stored.id()))
                                .doOnNext(locked -> most.accumulateAndGet(together.incrementAndGet(), Math::max))
                                .delayElements(Duration.ofMillis(30))
                                .flatMap(locked -> credentials.save(renamed(locked, "n" + number)))
                                .doOnNext(saved -> together.decrementAndGet()))
                        .subscribeOn(Schedulers.parallel()))
                .blockLast(LIMIT);

        assertThat(most).hasValue(1);
        assertThat(credentials.get(stored.id()).block(LIMIT).version()).isEqualTo(5);
    }

    private Credential renamed(String name) {
        return renamed(stored, name);
    }

    private static Credential renamed(Credential present, String name) {
        return new Credential(
                present.id(),
                name,
                present.username(),
                present.authentication(),
                present.createdAt(),
                present.version());
    }

    private static Credential credential(String name, Instant at) {
        return new Credential(UUID.randomUUID(), name, "root", Authentication.PASSWORD, at, null);
    }
}
