package dev.slipway.plan.endpoint;

import dev.slipway.plan.resource.ListQuery;
import dev.slipway.plan.resource.Resource;
import dev.slipway.toolkit.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import reactor.core.publisher.Mono;

/**
 * The requests that every kind answers alike; a controller only says of which kind it is.
 *
 * @param <T> the kind
 * @param <N> a resource of the kind as people send it
 * @param <V> how one is shown
 */
public interface ResourcePaths<T extends Resource, N, V extends View> {
    /** Returns what answers. */
    Endpoint<T, N, V> endpoint();

    /** Lists one page. */
    @GetMapping
    default Mono<Page<V>> list(@ParameterObject ListQuery query) {
        return endpoint().list(query);
    }

    /** Shows one. */
    @GetMapping("/{id}")
    default Mono<ResponseEntity<V>> read(@PathVariable UUID id) {
        return endpoint().read(id);
    }

    /** Registers one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    default Mono<ResponseEntity<V>> create(@RequestBody N asked) {
        return endpoint().create(asked);
    }

    /** Changes one. */
    @PutMapping("/{id}")
    default Mono<ResponseEntity<V>> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody N asked) {
        return endpoint().change(id, ifMatch, asked);
    }

    /** Deletes one. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    default Mono<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return endpoint().delete(id, ifMatch);
    }
}
