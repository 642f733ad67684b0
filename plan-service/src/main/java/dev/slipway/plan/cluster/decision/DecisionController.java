package dev.slipway.plan.cluster.decision;

import dev.slipway.plan.idempotency.RequestIdentity;
import dev.slipway.plan.operation.JsonText;
import dev.slipway.plan.operation.OperationView;
import dev.slipway.plan.operation.OperationViews;
import dev.slipway.plan.operation.Operations;
import dev.slipway.plan.run.Wish;
import dev.slipway.plan.run.Wishes;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what people decide about a stopped operation. */
@RestController
class DecisionController {
    private final Operations operations;
    private final OperationViews views;
    private final Decisions decisions;
    private final Wishes wishes;
    private final JsonText json;

    DecisionController(Operations operations, OperationViews views, Decisions decisions, Wishes wishes, JsonText json) {
        this.operations = operations;
        this.views = views;
        this.decisions = decisions;
        this.wishes = wishes;
        this.json = json;
    }

    @PostMapping("/api/v1/operations/{id}/decisions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(examples = @ExampleObject(DecisionBody.EXAMPLE)))
    Mono<OperationView> decide(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody DecisionBody body,
            Principal principal) {
        var identity = RequestIdentity.of(principal.getName(), key, "decide " + id + " " + json.write(body));
        var wish = Wish.of(identity, body.reason());
        return operations
                .require(id)
                .flatMap(
                        operation -> wishes.once(id, identity, Mono.defer(() -> decisions.take(operation, body, wish))))
                .then(operations.require(id))
                .flatMap(views::of);
    }
}
