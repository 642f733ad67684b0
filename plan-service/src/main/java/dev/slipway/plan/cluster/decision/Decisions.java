package dev.slipway.plan.cluster.decision;

import dev.slipway.contracts.operation.Decision;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.decision.OperationDecisions;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.run.OperationSteering;
import dev.slipway.plan.run.Wish;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings decisions to stopped operations; what a retry changes is judged and kept before the operation goes on. */
@Component
class Decisions {
    private final OperationSteering steering;
    private final ChangeReview review;
    private final MendedSpecs specs;
    private final Retries retries;
    private final OperationDecisions pending;

    Decisions(
            OperationSteering steering,
            ChangeReview review,
            MendedSpecs specs,
            Retries retries,
            OperationDecisions pending) {
        this.steering = steering;
        this.review = review;
        this.specs = specs;
        this.retries = retries;
        this.pending = pending;
    }

    Mono<Void> take(Operation operation, DecisionBody body, Wish wish) {
        return alone(operation, wish).then(Mono.defer(() -> bring(operation, body, wish)));
    }

    private Mono<Void> bring(Operation operation, DecisionBody body, Wish wish) {
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
                                .then(Mono.defer(() -> retries.bring(operation, wish))));
    }

    /** Nobody else decides while a decision with changes is on its way: the spec is as that one wants it. */
    private Mono<Void> alone(Operation operation, Wish wish) {
        return pending.of(operation.id())
                .filter(other -> other.pending() && !other.id().equals(wish.id()))
                .next()
                .flatMap(other -> Mono.error(new DecisionOnItsWay(other)));
    }
}
