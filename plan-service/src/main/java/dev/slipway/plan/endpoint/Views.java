package dev.slipway.plan.endpoint;

import dev.slipway.plan.resource.Resource;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Shows the resources of a kind, many at once, so that what they refer to is read once.
 *
 * @param <T> the kind
 * @param <V> how one is shown
 */
@FunctionalInterface
public interface Views<T extends Resource, V extends View> {
    /** Shows these, in this order. */
    Mono<List<V>> of(List<T> resources);

    /** Shows resources that refer to nothing. */
    static <T extends Resource, V extends View> Views<T, V> each(Function<T, V> view) {
        return resources -> Mono.just(resources.stream().map(view).toList());
    }
}
