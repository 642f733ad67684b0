package dev.slipway.plan.run;

import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.plan.operation.OperationView;
import dev.slipway.plan.operation.Operations;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Cancels operations. One that waits is started first, so that its workflow records the end in the one usual way. */
@RestController
class CancelController {
    private final Operations operations;
    private final OperationWorkflows workflows;

    CancelController(Operations operations, OperationWorkflows workflows) {
        this.operations = operations;
        this.workflows = workflows;
    }

    @PostMapping("/api/v1/operations/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<OperationView> cancel(@PathVariable UUID id) {
        return operations
                .require(id)
                .flatMap(this::cancel)
                .then(operations.require(id))
                .map(OperationView::from);
    }

    private Mono<Boolean> cancel(Operation operation) {
        if (operation.state().ended()) {
            return Mono.error(new OperationEnded(operation));
        }
        var started = operation.state() == OperationState.PENDING ? workflows.start(operation) : Mono.just(true);
        return started.then(workflows.cancel(operation.clusterId()))
                .filter(asked -> asked)
                .switchIfEmpty(operations.require(operation.id()).flatMap(now -> Mono.error(new OperationEnded(now))));
    }
}
