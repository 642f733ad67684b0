package dev.slipway.plan.offlinepackage.registration;

import dev.slipway.plan.endpoint.Endpoint;
import dev.slipway.plan.endpoint.Views;
import dev.slipway.plan.offlinepackage.OfflinePackage;
import dev.slipway.plan.resource.ListQuery;
import dev.slipway.plan.resource.Resources;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Offline packages over HTTP; verification goes on after the answer, and reading tells how far it is. */
@RestController
@RequestMapping("/api/v1/packages")
class OfflinePackageController {
    private final Endpoint<OfflinePackage, NewOfflinePackage, OfflinePackageView> endpoint;
    private final OfflinePackageChanges changes;

    OfflinePackageController(Resources<OfflinePackage> packages, OfflinePackageChanges changes) {
        this.endpoint = new Endpoint<>("packages", packages, changes, Views.each(OfflinePackageView::from));
        this.changes = changes;
    }

    @GetMapping
    Mono<Page<OfflinePackageView>> listPackages(@ParameterObject ListQuery query) {
        return endpoint.list(query);
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<OfflinePackageView>> readPackage(@PathVariable UUID id) {
        return endpoint.read(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ResponseEntity<OfflinePackageView>> registerPackage(@RequestBody NewOfflinePackage asked) {
        return endpoint.accepted(changes.register(asked));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ResponseEntity<OfflinePackageView>> movePackage(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewOfflinePackage asked) {
        return endpoint.accepted(endpoint.present(id, ifMatch).flatMap(present -> changes.change(present, asked)));
    }

    @PostMapping("/{id}/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ResponseEntity<OfflinePackageView>> checkPackage(@PathVariable UUID id) {
        return endpoint.accepted(endpoint.present(id, null).flatMap(changes::check));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> deletePackage(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return endpoint.delete(id, ifMatch);
    }
}
