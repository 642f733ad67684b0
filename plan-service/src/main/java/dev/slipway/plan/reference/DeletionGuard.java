package dev.slipway.plan.reference;

import dev.slipway.plan.resource.Resource;
import dev.slipway.plan.resource.Resources;
import java.util.List;
import java.util.UUID;
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

    /**
     * Deletes exactly this version of a resource, or fails with {@link InUse} when something refers to it. Wants a
     * transaction: nobody begins to refer to it meanwhile.
     */
    public <T extends Resource> Mono<Void> remove(Resources<T> resources, T resource) {
        return resources
                .lock(List.of(resource.id()))
                .then(Mono.defer(() -> check(resources.kind(), resource)))
                .then(Mono.defer(() -> resources.delete(resource)));
    }

    /** Returns who refers to a resource, each once. */
    public Flux<Reference> users(UUID id) {
        return Flux.fromIterable(references).concatMap(source -> source.to(id)).distinct();
    }

    private Mono<Void> check(String kind, Resource resource) {
        return users(resource.id())
                .collectList()
                .filter(users -> !users.isEmpty())
                .flatMap(users -> Mono.error(new InUse(new Reference(kind, resource.name()), users)));
    }
}
