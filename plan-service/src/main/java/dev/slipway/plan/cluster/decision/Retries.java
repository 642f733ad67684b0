package dev.slipway.plan.cluster.decision;

import dev.slipway.contracts.operation.Decision;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.run.OperationSteering;
import dev.slipway.plan.run.Wish;
import dev.slipway.toolkit.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings retries whose changes are written down to their operations. */
@Component
class Retries {
    private final OperationSteering steering;
    private final MendedSpecs specs;

    Retries(OperationSteering steering, MendedSpecs specs) {
        this.steering = steering;
        this.specs = specs;
    }

    /**
     * Only a refusal is certain: a workflow that did not answer may have taken the decision, and the changes with it.
     */
    Mono<Void> bring(Operation operation, Wish wish) {
        return steering.decide(operation, Decision.RETRY, wish)
                .then(Mono.defer(() -> specs.confirm(operation.id(), wish.id())))
                .onErrorResume(
                        Retries::isRefusal,
                        error -> specs.takeBack(operation.id(), wish.id()).then(Mono.error(error)));
    }

    static boolean isRefusal(Throwable error) {
        return error instanceof ProblemException problem && HttpStatus.CONFLICT.equals(problem.getStatusCode());
    }
}
