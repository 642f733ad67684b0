package dev.slipway.plan.region;

import dev.slipway.plan.resource.Answers;
import dev.slipway.plan.resource.ListQuery;
import dev.slipway.plan.resource.Resources;
import dev.slipway.toolkit.web.Page;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Regions over HTTP. */
@RestController
@RequestMapping("/api/v1/regions")
class RegionController {
    private final Resources<Region> regions;
    private final RegionChanges changes;
    private final RegionViews views;

    RegionController(Resources<Region> regions, RegionChanges changes, RegionViews views) {
        this.regions = regions;
        this.changes = changes;
        this.views = views;
    }

    @GetMapping
    Mono<Page<RegionView>> listRegions(@ParameterObject ListQuery query) {
        return regions.page(query).flatMap(page -> views.of(page.items()).map(shown -> new Page<>(shown, page.next())));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<RegionView>> readRegion(@PathVariable UUID id) {
        return regions.get(id).flatMap(this::view).map(Answers::ok);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<RegionView>> createRegion(@RequestBody NewRegion asked) {
        return changes.register(asked).flatMap(this::view).map(view -> Answers.created("regions", view));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<RegionView>> changeRegion(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewRegion asked) {
        return regions.get(id)
                .map(present -> Answers.matching(present, ifMatch))
                .flatMap(present -> changes.change(present, asked))
                .flatMap(this::view)
                .map(Answers::ok);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> deleteRegion(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return regions.get(id)
                .map(present -> Answers.matching(present, ifMatch))
                .flatMap(changes::remove);
    }

    private Mono<RegionView> view(Region shown) {
        return views.of(List.of(shown)).map(List::getFirst);
    }
}
