package dev.slipway.plan.resource;

import dev.slipway.toolkit.web.Page;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All resources of one kind. */
public interface Resources<T extends Resource> {
    /** Returns what people call one of them, as "deploy plan". */
    String kind();

    /** Returns the resource with this id, or fails with {@link ResourceNotFound}. */
    Mono<T> get(UUID id);

    /** Returns the resource with this name, if there is one. */
    Mono<T> named(String name);

    /** Returns the resources with these names, in no order; unknown names are left out. */
    Flux<T> named(Collection<String> names);

    /** Returns the names of the resources with these ids. */
    Mono<Map<UUID, String>> names(Collection<UUID> ids);

    /** Returns all of them, oldest first: for kinds of which there are few. */
    Flux<T> all();

    /** Returns those whose property has this value. */
    Flux<T> with(String property, Object value);

    /** Returns one page of the list, newest first. */
    Mono<Page<T>> page(ListQuery query);

    /** Returns the resources with these ids and keeps others from changing them until the transaction ends. */
    Flux<T> lock(Collection<UUID> ids);

    /** Stores a new resource or a new version of one; fails with {@link NameTaken} or an optimistic locking failure. */
    Mono<T> save(T resource);

    /** Removes exactly this version, or fails with an optimistic locking failure. */
    Mono<Void> delete(T resource);
}
