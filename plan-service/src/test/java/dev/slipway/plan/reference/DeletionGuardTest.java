package dev.slipway.plan.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.plan.resource.InMemoryResources;
import dev.slipway.plan.resource.Resource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import reactor.core.publisher.Flux;

class DeletionGuardTest {
    private final InMemoryResources<Thing> things = new InMemoryResources<>("old thing");
    private Thing thing;

    @BeforeEach
    void prepare() {
        thing = things.save(new Thing(UUID.randomUUID(), "it", Instant.EPOCH, null))
                .block();
    }

    @Test
    void removesWhatNobodyRefersTo() {
        guard(id -> Flux.empty()).remove(things, thing).block();

        assertThat(things.all().collectList().block()).isEmpty();
    }

    @Test
    void asksEverybodyAndNamesAll() {
        var guard = new DeletionGuard(List.of(
                id -> Flux.just(new Reference("host", "a")),
                id -> Flux.empty(),
                id -> Flux.just(new Reference("zone", "b"), new Reference("zone", "c"))));

        assertThatThrownBy(() -> guard.remove(things, thing).block())
                .isInstanceOf(InUse.class)
                .hasMessageContaining(
                        "The old thing it is used by host a, zone b, zone c; change or delete that first.");
        assertThat(things.all().collectList().block()).hasSize(1);
    }

    @Test
    void countsTheRestWhenThereAreMany() {
        var many = IntStream.rangeClosed(1, 14)
                .mapToObj(number -> new Reference("host", "h" + number))
                .toList();

        assertThatThrownBy(() -> guard(id -> Flux.fromIterable(many))
                        .remove(things, thing)
                        .block())
                .hasMessageContaining("host h10 and 4 more;");
    }

    @Test
    void asksAboutTheThingThatIsDeleted() {
        var other = things.save(new Thing(UUID.randomUUID(), "other", Instant.EPOCH, null))
                .block();

        guard(id -> id.equals(thing.id()) ? Flux.just(new Reference("host", "a")) : Flux.empty())
                .remove(things, other)
                .block();

        assertThat(things.all().map(Thing::name).collectList().block()).containsExactly("it");
    }

    @Test
    void removesOnlyTheVersionThatWasRead() {
        things.save(thing).block();

        assertThatThrownBy(() -> guard(id -> Flux.empty()).remove(things, thing).block())
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    private static DeletionGuard guard(References references) {
        return new DeletionGuard(List.of(references));
    }

    public record Thing(UUID id, String name, Instant createdAt, Long version) implements Resource {}
}
