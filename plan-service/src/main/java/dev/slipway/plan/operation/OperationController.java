package dev.slipway.plan.operation;

import dev.slipway.toolkit.web.Cursor;
import dev.slipway.toolkit.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows operations and their steps. */
@RestController
@RequestMapping("/api/v1/operations")
class OperationController {
    private static final int MOST = 200;

    private final Operations operations;
    private final OperationViews views;

    OperationController(Operations operations, OperationViews views) {
        this.operations = operations;
        this.views = views;
    }

    @GetMapping
    Mono<Page<OperationView>> list(
            @RequestParam(required = false) @Nullable UUID cluster,
            @RequestParam(required = false) @Nullable OperationState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var capped = Math.clamp(limit, 1, MOST);
        var after = cursor == null ? null : Cursor.decode(cursor);
        return operations
                .list(new OperationFilter(cluster, state, after, capped))
                .collectList()
                .map(found -> Page.of(found, capped, last -> new Cursor(last.createdAt(), last.id())))
                .flatMap(this::shown);
    }

    @GetMapping("/{id}")
    Mono<OperationView> get(@PathVariable UUID id) {
        return operations.require(id).flatMap(views::of);
    }

    private Mono<Page<OperationView>> shown(Page<Operation> page) {
        return Flux.fromIterable(page.items())
                .concatMap(views::of)
                .collectList()
                .map(items -> new Page<>(items, page.next()));
    }

    @GetMapping("/{id}/steps")
    Mono<Page<StepView>> steps(@PathVariable UUID id) {
        return operations
                .require(id)
                .flatMap(
                        operation -> operations.steps(id, 0).map(StepView::from).collectList())
                .map(steps -> new Page<>(steps, null));
    }
}
