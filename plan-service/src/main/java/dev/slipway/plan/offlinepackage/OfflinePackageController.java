package dev.slipway.plan.offlinepackage;

import dev.slipway.plan.resource.Answers;
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
    private final Resources<OfflinePackage> packages;
    private final OfflinePackageChanges changes;

    OfflinePackageController(Resources<OfflinePackage> packages, OfflinePackageChanges changes) {
        this.packages = packages;
        this.changes = changes;
    }

    @GetMapping
    Mono<Page<OfflinePackageView>> listPackages(@ParameterObject ListQuery query) {
        return packages.page(query).map(page -> page.map(OfflinePackageView::from));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<OfflinePackageView>> readPackage(@PathVariable UUID id) {
        return packages.get(id).map(OfflinePackageView::from).map(Answers::ok);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ResponseEntity<OfflinePackageView>> registerPackage(@RequestBody NewOfflinePackage asked) {
        return accepted(changes.register(asked));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ResponseEntity<OfflinePackageView>> movePackage(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewOfflinePackage asked) {
        return accepted(matching(id, ifMatch).flatMap(present -> changes.change(present, asked)));
    }

    @PostMapping("/{id}/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ResponseEntity<OfflinePackageView>> checkPackage(@PathVariable UUID id) {
        return accepted(packages.get(id).flatMap(changes::check));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> deletePackage(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return matching(id, ifMatch).flatMap(changes::remove);
    }

    private Mono<OfflinePackage> matching(UUID id, @Nullable String ifMatch) {
        return packages.get(id).map(present -> Answers.matching(present, ifMatch));
    }

    private static Mono<ResponseEntity<OfflinePackageView>> accepted(Mono<OfflinePackage> changed) {
        return changed.map(OfflinePackageView::from).map(view -> Answers.accepted("packages", view));
    }
}
