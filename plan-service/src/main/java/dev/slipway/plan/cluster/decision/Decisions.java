package dev.slipway.plan.cluster.decision;

import dev.slipway.contracts.operation.Decision;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.run.OperationSteering;
import dev.slipway.plan.run.Wish;
import dev.slipway.toolkit.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings decisions to stopped operations; what a retry changes is judged and kept before the operation goes on. */
@Component
class Decisions {
    private final OperationSteering steering;
    private final ChangeReview review;
    private final MendedSpecs specs;

    Decisions(OperationSteering steering, ChangeReview review, MendedSpecs specs) {
        this.steering = steering;
        this.review = review;
        this.specs = specs;
    }

    Mono<Void> take(Operation operation, DecisionBody body, Wish wish) {
        var changes = body.changes();
        if (changes == null) {
            return steering.decide(operation, body.decision(), wish);
        }
        return body.decision() == Decision.RETRY
                ? mend(operation, changes, wish)
                : Mono.error(InvalidChanges.of("changes", "only a RETRY changes anything; leave them out"));
    }

    /** The changes come first: the operation asks for its order the moment it takes the decision. */
    private Mono<Void> mend(Operation operation, ClusterDraft changes, Wish wish) {
        return steering.stoppedAt(operation, Decision.RETRY)
                .zipWith(review.review(operation, changes))
                .flatMap(found -> found.getT2().changes().isEmpty()
                        ? steering.decide(operation, Decision.RETRY, wish)
                        : specs.keep(found.getT2(), found.getT1().step(), wish)
                                .then(retry(operation, found.getT2(), wish)));
    }

    /**
     * Only a refusal is certain: a workflow that did not answer may have taken the decision, and the changes with it.
     */
    private Mono<Void> retry(Operation operation, Mending mending, Wish wish) {
        return Mono.defer(() -> steering.decide(operation, Decision.RETRY, wish))
                .onErrorResume(
                        Decisions::isRefusal,
                        error -> specs.takeBack(mending, wish).then(Mono.error(error)));
    }

    private static boolean isRefusal(Throwable error) {
        return error instanceof ProblemException problem && HttpStatus.CONFLICT.equals(problem.getStatusCode());
    }
}
