package dev.slipway.plan.run;

import dev.slipway.plan.decision.OperationDecision;
import dev.slipway.plan.decision.OperationDecisions;
import dev.slipway.plan.idempotency.RequestIdentity;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationView;
import dev.slipway.plan.operation.OperationViews;
import dev.slipway.plan.operation.Operations;
import dev.slipway.toolkit.web.Page;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How people steer an operation that goes on: cancel its step, pause and resume it. */
@RestController
@RequestMapping("/api/v1/operations/{id}")
class SteeringController {
    private static final String KEY = "Idempotency-Key";

    private final Operations operations;
    private final OperationViews views;
    private final OperationSteering steering;
    private final OperationDecisions decisions;
    private final Wishes wishes;

    SteeringController(
            Operations operations,
            OperationViews views,
            OperationSteering steering,
            OperationDecisions decisions,
            Wishes wishes) {
        this.operations = operations;
        this.views = views;
        this.steering = steering;
        this.decisions = decisions;
        this.wishes = wishes;
    }

    @PostMapping("/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<OperationView> cancel(
            @PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody(required = false) @Nullable ReasonBody body,
            Principal principal) {
        var identity = identity("cancel " + id, key, principal, body);
        return steer(id, identity, operation -> steering.cancel(operation, wish(identity, body)));
    }

    @PostMapping("/pause")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<OperationView> pause(
            @PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody(required = false) @Nullable ReasonBody body,
            Principal principal) {
        var identity = identity("pause " + id, key, principal, body);
        return steer(id, identity, operation -> steering.pause(operation, wish(identity, body)));
    }

    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<OperationView> resume(
            @PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody(required = false) @Nullable ReasonBody body,
            Principal principal) {
        var identity = identity("resume " + id, key, principal, body);
        return steer(id, identity, operation -> steering.resume(operation, wish(identity, body)));
    }

    @GetMapping("/decisions")
    Mono<Page<OperationDecision>> decisions(@PathVariable UUID id) {
        return operations.require(id).then(decisions.of(id).collectList()).map(found -> new Page<>(found, null));
    }

    private Mono<OperationView> steer(UUID id, RequestIdentity identity, Function<Operation, Mono<Void>> action) {
        return operations
                .require(id)
                .flatMap(operation -> wishes.once(id, identity, Mono.defer(() -> action.apply(operation))))
                .then(operations.require(id))
                .flatMap(views::of);
    }

    private static RequestIdentity identity(
            String asked, @Nullable String key, Principal principal, @Nullable ReasonBody body) {
        return RequestIdentity.of(
                principal.getName(), key, asked + " " + ReasonBody.orEmpty(body).reason());
    }

    private static Wish wish(RequestIdentity identity, @Nullable ReasonBody body) {
        return Wish.of(identity, ReasonBody.orEmpty(body).reason());
    }
}
