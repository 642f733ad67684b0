package dev.slipway.plan.cluster.decision;

import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.spec.ClusterSpec;
import dev.slipway.plan.database.Moments;
import dev.slipway.plan.decision.OperationDecision;
import dev.slipway.plan.decision.OperationDecisions;
import dev.slipway.plan.run.Wish;
import java.time.Clock;
import java.util.UUID;
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

    /** What a cluster was, and what a decision has made it. */
    private record Undo(Cluster before, ClusterSpec changed) {}

    @Transactional
    Mono<Void> keep(Mending mending, Step step, Wish wish) {
        return clusters.change(mending.before(), mending.spec(), mending.sources())
                .filter(changed -> changed)
                .switchIfEmpty(Mono.error(() -> new OptimisticLockingFailureException("The cluster changed meanwhile")))
                .then(decisions.propose(
                        mending.operation(),
                        decision(mending, step, wish),
                        new Undo(mending.before(), mending.spec())));
    }

    /**
     * Nothing came of the decision, so nothing is left of it; what others changed since stays, and so does one taken.
     */
    @Transactional
    Mono<Void> takeBack(UUID operation, String decision) {
        return decisions
                .withdraw(operation, decision, Undo.class)
                .flatMap(undo -> clusters.takeBack(undo.before(), undo.changed()));
    }

    /** The operation has heard of the decision. */
    Mono<Void> confirm(UUID operation, String decision) {
        return decisions.confirm(operation, decision);
    }

    private OperationDecision decision(Mending mending, Step step, Wish wish) {
        return new OperationDecision(
                wish.id(),
                step.name(),
                Decision.RETRY.name(),
                wish.requester(),
                wish.reason(),
                Moments.now(clock),
                mending.changes(),
                true);
    }
}
