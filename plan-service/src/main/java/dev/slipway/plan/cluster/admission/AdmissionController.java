package dev.slipway.plan.cluster.admission;

import static java.util.Objects.requireNonNull;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.endpoint.ExpectedVersion;
import dev.slipway.plan.idempotency.RequestIdentity;
import dev.slipway.plan.operation.JsonText;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Requests that begin an operation on a cluster; answered with the operation to follow. */
@RestController
@RequestMapping("/api/v1/clusters")
class AdmissionController {
    private static final String KEY = "Idempotency-Key";

    private final ClusterAdmission admission;
    private final JsonText json;

    AdmissionController(ClusterAdmission admission, JsonText json) {
        this.admission = admission;
        this.json = json;
    }

    @PostMapping
    @BeginsOperation
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            allOf = ClusterDraft.class,
                                            requiredProperties = {
                                                "name",
                                                "deployMode",
                                                "deployModel",
                                                "packageVersion",
                                            }),
                            examples = @ExampleObject(ClusterDraft.EXAMPLE)))
    Mono<ResponseEntity<Accepted>> create(
            @RequestBody ClusterDraft draft,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Principal principal) {
        var content = "create " + requireNonNull(json.write(draft));
        return admission
                .create(draft, RequestIdentity.of(principal.getName(), key, content))
                .map(AdmissionController::accepted);
    }

    @DeleteMapping("/{id}")
    @BeginsOperation
    Mono<ResponseEntity<Accepted>> delete(
            @PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal principal) {
        return admission
                .delete(id, new ExpectedVersion(ifMatch), RequestIdentity.of(principal.getName(), key, "delete " + id))
                .map(AdmissionController::accepted);
    }

    private static ResponseEntity<Accepted> accepted(Accepted answer) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/operations/" + answer.operation().id()))
                .body(answer);
    }
}
