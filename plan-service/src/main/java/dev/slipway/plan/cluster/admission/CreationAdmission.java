package dev.slipway.plan.cluster.admission;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterSources;
import dev.slipway.plan.cluster.catalog.ClusterView;
import dev.slipway.plan.cluster.rule.Circumstances;
import dev.slipway.plan.cluster.rule.ClusterRules;
import dev.slipway.plan.cluster.rule.InvalidCluster;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.database.Moments;
import dev.slipway.plan.idempotency.RequestIdentity;
import dev.slipway.plan.operation.OperationView;
import dev.slipway.plan.run.OperationStarter;
import dev.slipway.toolkit.web.Violation;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Begins the creation of a cluster when no rule is against it. */
@Component
class CreationAdmission {
    private final CircumstancesGatherer circumstances;
    private final Ledger ledger;
    private final OperationStarter starter;
    private final Clock clock;

    CreationAdmission(CircumstancesGatherer circumstances, Ledger ledger, OperationStarter starter, Clock clock) {
        this.circumstances = circumstances;
        this.ledger = ledger;
        this.starter = starter;
        this.clock = clock;
    }

    Mono<Accepted> create(ClusterDraft draft, RequestIdentity identity) {
        return checked(draft).flatMap(admitted -> begin(admitted, identity));
    }

    private Mono<Cluster> checked(ClusterDraft draft) {
        return circumstances.gather(draft).map(facts -> {
            var violations = ClusterRules.check(draft, facts);
            if (!violations.isEmpty()) {
                throw new InvalidCluster(violations);
            }
            return Cluster.creating(UUID.randomUUID(), draft.toSpec(), sources(facts), Moments.now(clock));
        });
    }

    private static ClusterSources sources(Circumstances facts) {
        var plan = facts.deployPlan();
        var offlinePackage = requireNonNull(facts.offlinePackage(), "the rules refuse a draft without a package");
        return new ClusterSources(offlinePackage.id(), plan == null ? null : plan.id());
    }

    private Mono<Accepted> begin(Cluster cluster, RequestIdentity identity) {
        var operation = RequestedOperation.of(OperationKind.CREATE, cluster, identity, Moments.now(clock));
        var view = ClusterView.from(cluster, List.of(), OperationView.from(operation));
        var answer = new Accepted(view, OperationView.from(operation));
        return ledger.create(cluster, operation, identity, answer)
                .onErrorMap(DataIntegrityViolationException.class, error -> nameTaken(cluster.name()))
                .then(starter.start(operation))
                .thenReturn(answer);
    }

    private static InvalidCluster nameTaken(String name) {
        return new InvalidCluster(List.of(new Violation("name", "another cluster is named " + name)));
    }
}
