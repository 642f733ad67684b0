package dev.slipway.plan.endpoint;

import dev.slipway.plan.resource.Resource;
import reactor.core.publisher.Mono;

/**
 * What may happen to the resources of a kind; each refuses with everything that speaks against it.
 *
 * @param <T> the kind
 * @param <N> a resource of the kind as people send it
 */
public interface Changes<T extends Resource, N> {
    /** Registers a new one. */
    Mono<T> register(N asked);

    /** Makes one as it is asked to be. */
    Mono<T> change(T present, N asked);

    /** Removes one that nobody uses. */
    Mono<Void> remove(T present);
}
