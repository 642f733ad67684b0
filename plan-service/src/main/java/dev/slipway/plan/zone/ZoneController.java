package dev.slipway.plan.zone;

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

/** Zones over HTTP. */
@RestController
@RequestMapping("/api/v1/zones")
class ZoneController {
    private final Resources<Zone> zones;
    private final ZoneChanges changes;
    private final ZoneViews views;

    ZoneController(Resources<Zone> zones, ZoneChanges changes, ZoneViews views) {
        this.zones = zones;
        this.changes = changes;
        this.views = views;
    }

    @GetMapping
    Mono<Page<ZoneView>> listZones(@ParameterObject ListQuery query) {
        return zones.page(query).flatMap(page -> views.of(page.items()).map(shown -> new Page<>(shown, page.next())));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<ZoneView>> readZone(@PathVariable UUID id) {
        return zones.get(id).flatMap(this::view).map(Answers::ok);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<ZoneView>> createZone(@RequestBody NewZone asked) {
        return changes.register(asked).flatMap(this::view).map(view -> Answers.created("zones", view));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<ZoneView>> changeZone(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewZone asked) {
        return zones.get(id)
                .map(present -> Answers.matching(present, ifMatch))
                .flatMap(present -> changes.change(present, asked))
                .flatMap(this::view)
                .map(Answers::ok);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> deleteZone(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return zones.get(id).map(present -> Answers.matching(present, ifMatch)).flatMap(changes::remove);
    }

    private Mono<ZoneView> view(Zone shown) {
        return views.of(List.of(shown)).map(List::getFirst);
    }
}
