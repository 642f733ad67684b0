package dev.slipway.plan.cluster.decision;

import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.decision.OperationDecision;
import dev.slipway.plan.decision.OperationDecisions;
import dev.slipway.plan.run.Wish;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Keeps what a retry changes of a spec together with the decision: the one is never there without the other. */
@Component
class MendedSpecs {
    private final Clusters clusters;
    private final OperationDecisions decisions;
    private final Clock clock;

    MendedSpecs(Clusters clusters, OperationDecisions decisions, Clock clock) {
        this.clusters = clusters;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Transactional
    Mono<Void> keep(Mending mending, Step step, Wish wish) {
        return clusters.change(mending.before(), mending.spec(), mending.sources())
                .filter(changed -> changed)
                .switchIfEmpty(Mono.error(() -> new OptimisticLockingFailureException("The cluster changed meanwhile")))
                .then(decisions.keep(mending.operation(), decision(mending, step, wish)));
    }

    /** Nothing came of the decision, so nothing is left of it; what others changed since stays. */
    @Transactional
    Mono<Void> takeBack(Mending mending, Wish wish) {
        var before = mending.before();
        return clusters.change(mending.after(), before.spec(), before.sources())
                .then(decisions.forget(mending.operation(), wish.key()));
    }

    private OperationDecision decision(Mending mending, Step step, Wish wish) {
        return new OperationDecision(
                wish.key(),
                step.name(),
                Decision.RETRY.name(),
                wish.requester(),
                wish.reason(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                mending.changes());
    }
}
