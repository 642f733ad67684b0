package dev.slipway.plan.cluster.catalog;

import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.endpoint.ExpectedVersion;
import dev.slipway.toolkit.web.Cursor;
import dev.slipway.toolkit.web.Page;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows clusters and changes what is noted of them; creating and deleting are operations and live in admission. */
@RestController
@RequestMapping("/api/v1/clusters")
class ClusterController {
    private static final int MOST = 200;

    private final Clusters clusters;
    private final ClusterViews views;

    ClusterController(Clusters clusters, ClusterViews views) {
        this.clusters = clusters;
        this.views = views;
    }

    @GetMapping
    Mono<Page<ClusterView>> list(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var capped = Math.clamp(limit, 1, MOST);
        return clusters.list(name, cursor == null ? null : Cursor.decode(cursor), capped + 1)
                .collectList()
                .map(found -> Page.of(found, capped, last -> new Cursor(last.createdAt(), last.id())))
                .flatMap(this::shown);
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<ClusterView>> read(@PathVariable UUID id) {
        return clusters.require(id).flatMap(views::of).map(ClusterController::tagged);
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<ClusterView>> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ClusterNote note) {
        return clusters.require(id)
                .doOnNext(cluster -> new ExpectedVersion(ifMatch).check(cluster.version()))
                .doOnNext(note::refuseOtherLabels)
                .flatMap(cluster -> clusters.describe(cluster, note.after(cluster)))
                .filter(changed -> changed)
                .switchIfEmpty(Mono.error(() -> new OptimisticLockingFailureException("The cluster changed meanwhile")))
                .then(read(id));
    }

    private Mono<Page<ClusterView>> shown(Page<Cluster> page) {
        return Flux.fromIterable(page.items())
                .concatMap(views::of)
                .collectList()
                .map(items -> new Page<>(List.copyOf(items), page.next()));
    }

    private static ResponseEntity<ClusterView> tagged(ClusterView view) {
        return ResponseEntity.ok().eTag(ExpectedVersion.tag(view.version())).body(view);
    }
}
