package dev.slipway.plan.endpoint;

import dev.slipway.plan.resource.ListQuery;
import dev.slipway.plan.resource.Resource;
import dev.slipway.plan.resource.Resources;
import dev.slipway.toolkit.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/**
 * Answers the requests about one kind: with its version as ETag, and only when If-Match, where given, names the present
 * version.
 *
 * @param collection the end of the kind's path, as "hosts"
 * @param <T> the kind
 * @param <N> a resource of the kind as people send it
 * @param <V> how one is shown
 */
public record Endpoint<T extends Resource, N, V extends View>(
        String collection, Resources<T> resources, Changes<T, N> changes, Views<T, V> views) {
    /** Lists one page. */
    public Mono<Page<V>> list(ListQuery query) {
        return resources
                .page(query)
                .flatMap(page -> views.of(page.items()).map(shown -> new Page<>(shown, page.next())));
    }

    /** Shows one. */
    public Mono<ResponseEntity<V>> read(UUID id) {
        return ok(resources.get(id));
    }

    /** Registers one and says where it is. */
    public Mono<ResponseEntity<V>> create(N asked) {
        return view(changes.register(asked)).map(shown -> Answers.created(collection, shown));
    }

    /** Changes one. */
    public Mono<ResponseEntity<V>> change(UUID id, @Nullable String ifMatch, N asked) {
        return ok(present(id, ifMatch).flatMap(present -> changes.change(present, asked)));
    }

    /** Deletes one. */
    public Mono<Void> delete(UUID id, @Nullable String ifMatch) {
        return present(id, ifMatch).flatMap(changes::remove);
    }

    /** Answers with what was changed and goes on being worked on. */
    public Mono<ResponseEntity<V>> accepted(Mono<T> changed) {
        return view(changed).map(shown -> Answers.accepted(collection, shown));
    }

    /** Returns the present version, if it is the one asked for. */
    public Mono<T> present(UUID id, @Nullable String ifMatch) {
        return resources.get(id).map(present -> Answers.matching(present, ifMatch));
    }

    private Mono<ResponseEntity<V>> ok(Mono<T> shown) {
        return view(shown).map(Answers::ok);
    }

    private Mono<V> view(Mono<T> shown) {
        return shown.flatMap(one -> views.of(List.of(one))).map(List::getFirst);
    }
}
