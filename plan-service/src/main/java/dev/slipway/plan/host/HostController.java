package dev.slipway.plan.host;

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

/** Hosts over HTTP. */
@RestController
@RequestMapping("/api/v1/hosts")
class HostController {
    private final Resources<Host> hosts;
    private final HostChanges changes;
    private final HostViews views;

    HostController(Resources<Host> hosts, HostChanges changes, HostViews views) {
        this.hosts = hosts;
        this.changes = changes;
        this.views = views;
    }

    @GetMapping
    Mono<Page<HostView>> listHosts(@ParameterObject ListQuery query) {
        return hosts.page(query).flatMap(page -> views.of(page.items()).map(shown -> new Page<>(shown, page.next())));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<HostView>> readHost(@PathVariable UUID id) {
        return hosts.get(id).flatMap(this::view).map(Answers::ok);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<HostView>> createHost(@RequestBody NewHost asked) {
        return changes.register(asked).flatMap(this::view).map(view -> Answers.created("hosts", view));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<HostView>> changeHost(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewHost asked) {
        return hosts.get(id)
                .map(present -> Answers.matching(present, ifMatch))
                .flatMap(present -> changes.change(present, asked))
                .flatMap(this::view)
                .map(Answers::ok);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> deleteHost(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return hosts.get(id).map(present -> Answers.matching(present, ifMatch)).flatMap(changes::remove);
    }

    private Mono<HostView> view(Host shown) {
        return views.of(List.of(shown)).map(List::getFirst);
    }
}
