package dev.slipway.plan.operation.rollback;

import dev.slipway.plan.operation.Operations;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows what rolling an operation back would undo. */
@RestController
class RollbackController {
    private final Operations operations;

    RollbackController(Operations operations) {
        this.operations = operations;
    }

    @GetMapping("/api/v1/operations/{id}/rollback")
    Mono<RollbackView> preview(@PathVariable UUID id) {
        return operations
                .require(id)
                .flatMap(operation ->
                        operations.steps(id, 0).collectList().map(steps -> RollbackView.of(operation, steps)));
    }
}
