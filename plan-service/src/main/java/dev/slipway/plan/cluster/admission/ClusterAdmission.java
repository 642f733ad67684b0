package dev.slipway.plan.cluster.admission;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterSources;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.catalog.ClusterView;
import dev.slipway.plan.cluster.catalog.ClusterViews;
import dev.slipway.plan.cluster.rule.Circumstances;
import dev.slipway.plan.cluster.rule.ClusterRules;
import dev.slipway.plan.cluster.rule.InvalidCluster;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.endpoint.ExpectedVersion;
import dev.slipway.plan.idempotency.IdempotencyKeys;
import dev.slipway.plan.idempotency.RequestIdentity;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationTarget;
import dev.slipway.plan.operation.OperationView;
import dev.slipway.plan.operation.Operations;
import dev.slipway.plan.run.OperationStarter;
import dev.slipway.toolkit.web.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets a request in: the same one again gets the same answer, a bad one every reason at once, and nothing is half done.
 */
@Component
class ClusterAdmission {
    private final CircumstancesGatherer circumstances;
    private final Clusters clusters;
    private final ClusterViews views;
    private final Operations operations;
    private final Ledger ledger;
    private final IdempotencyKeys keys;
    private final OperationStarter starter;
    private final Clock clock;

    ClusterAdmission(
            CircumstancesGatherer circumstances,
            Clusters clusters,
            ClusterViews views,
            Operations operations,
            Ledger ledger,
            IdempotencyKeys keys,
            OperationStarter starter,
            Clock clock) {
        this.circumstances = circumstances;
        this.clusters = clusters;
        this.views = views;
        this.operations = operations;
        this.ledger = ledger;
        this.keys = keys;
        this.starter = starter;
        this.clock = clock;
    }

    Mono<Accepted> create(ClusterDraft draft, RequestIdentity identity) {
        return once(identity, checked(draft).flatMap(admitted -> begin(admitted, identity)));
    }

    Mono<Accepted> delete(UUID id, ExpectedVersion expected, RequestIdentity identity) {
        var deletion = clusters.require(id)
                .doOnNext(cluster -> expected.check(cluster.version()))
                .flatMap(cluster -> end(cluster, identity));
        return once(identity, deletion);
    }

    /** A twin of the request may win the race for the same key; then its answer is the answer. */
    private Mono<Accepted> once(RequestIdentity identity, Mono<Accepted> work) {
        return keys.answer(identity, Accepted.class)
                .switchIfEmpty(work.onErrorResume(
                        error -> keys.answer(identity, Accepted.class).switchIfEmpty(Mono.error(() -> error))));
    }

    private Mono<Cluster> checked(ClusterDraft draft) {
        return circumstances.gather(draft).map(facts -> {
            var violations = ClusterRules.check(draft, facts);
            if (!violations.isEmpty()) {
                throw new InvalidCluster(violations);
            }
            return Cluster.creating(UUID.randomUUID(), draft.toSpec(), sources(facts), now());
        });
    }

    private static ClusterSources sources(Circumstances facts) {
        var plan = facts.deployPlan();
        var offlinePackage = requireNonNull(facts.offlinePackage(), "the rules refuse a draft without a package");
        return new ClusterSources(offlinePackage.id(), plan == null ? null : plan.id());
    }

    private Mono<Accepted> begin(Cluster cluster, RequestIdentity identity) {
        var operation = operation(OperationKind.CREATE, cluster, identity);
        var view = ClusterView.from(cluster, List.of(), OperationView.from(operation));
        var answer = new Accepted(view, OperationView.from(operation));
        return ledger.create(cluster, operation, identity, answer)
                .onErrorMap(DataIntegrityViolationException.class, error -> nameTaken(cluster.name()))
                .then(starter.start(operation))
                .thenReturn(answer);
    }

    private Mono<Accepted> end(Cluster cluster, RequestIdentity identity) {
        var operation = operation(OperationKind.DELETE, cluster, identity);
        return deletionTwice(cluster)
                .then(views.of(cluster))
                .map(view -> new Accepted(view.deleting(OperationView.from(operation)), OperationView.from(operation)))
                .flatMap(answer -> ledger.delete(cluster, operation, identity, answer)
                        .onErrorResume(
                                DataIntegrityViolationException.class,
                                error -> deletionTwice(cluster).then(Mono.error(error)))
                        .then(starter.takeOver(operation))
                        .thenReturn(answer));
    }

    /** A deletion takes the place of any other operation; it cannot take its own. */
    private Mono<Void> deletionTwice(Cluster cluster) {
        return operations
                .active(List.of(cluster.id()))
                .filter(running -> running.kind() == OperationKind.DELETE)
                .next()
                .flatMap(running -> Mono.error(new ClusterBusy(cluster, running)));
    }

    private Operation operation(OperationKind kind, Cluster cluster, RequestIdentity identity) {
        var target = new OperationTarget(kind, cluster.id(), cluster.name());
        var steps = OperationSteps.of(kind, cluster.spec().deployMode()).size();
        return Operation.pending(UUID.randomUUID(), target, identity.requester(), now(), steps);
    }

    private static InvalidCluster nameTaken(String name) {
        return new InvalidCluster(List.of(new Violation("name", "another cluster is named " + name)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
