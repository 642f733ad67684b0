package dev.slipway.plan.credential;

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

/** Credentials over HTTP. */
@RestController
@RequestMapping("/api/v1/credentials")
class CredentialController {
    private final Resources<Credential> credentials;
    private final CredentialChanges changes;

    CredentialController(Resources<Credential> credentials, CredentialChanges changes) {
        this.credentials = credentials;
        this.changes = changes;
    }

    @GetMapping
    Mono<Page<CredentialView>> listCredentials(@ParameterObject ListQuery query) {
        return credentials.page(query).map(page -> page.map(CredentialView::from));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<CredentialView>> readCredential(@PathVariable UUID id) {
        return credentials.get(id).map(CredentialView::from).map(Answers::ok);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<CredentialView>> createCredential(@RequestBody NewCredential asked) {
        return changes.register(asked).map(CredentialView::from).map(view -> Answers.created("credentials", view));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<CredentialView>> changeCredential(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewCredential asked) {
        return credentials
                .get(id)
                .map(present -> Answers.matching(present, ifMatch))
                .flatMap(present -> changes.change(present, asked))
                .map(CredentialView::from)
                .map(Answers::ok);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> deleteCredential(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return credentials
                .get(id)
                .map(present -> Answers.matching(present, ifMatch))
                .flatMap(changes::remove);
    }
}
