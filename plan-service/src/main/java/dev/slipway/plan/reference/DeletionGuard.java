package dev.slipway.plan.reference;

import dev.slipway.plan.resource.Resource;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses to delete what others use. */
@Component
public final class DeletionGuard {
    private final List<References> references;

    /** Asks all of these who refers to something. */
    public DeletionGuard(List<References> references) {
        this.references = List.copyOf(references);
    }

    /** Completes when nothing refers to the resource, and fails with {@link InUse} otherwise. */
    public Mono<Void> check(String kind, Resource resource) {
        return Flux.fromIterable(references)
                .concatMap(source -> source.to(resource.id()))
                .collectList()
                .filter(users -> !users.isEmpty())
                .flatMap(users -> Mono.error(new InUse(new Reference(kind, resource.name()), users)));
    }
}
