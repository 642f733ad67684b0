package dev.slipway.plan.cluster.decision;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterSources;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.admission.CircumstancesGatherer;
import dev.slipway.plan.cluster.rule.Circumstances;
import dev.slipway.plan.cluster.rule.ClusterRules;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationStep;
import dev.slipway.plan.operation.Operations;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Judges what a retry wants to change by the rules of a creation, and by what steps have used; all of it at once. */
@Component
class ChangeReview {
    private final Clusters clusters;
    private final Operations operations;
    private final CircumstancesGatherer circumstances;

    ChangeReview(Clusters clusters, Operations operations, CircumstancesGatherer circumstances) {
        this.clusters = clusters;
        this.operations = operations;
        this.circumstances = circumstances;
    }

    /** Returns what will be different, or fails with everything that is wrong with it. */
    Mono<Mending> review(Operation operation, ClusterDraft changes) {
        if (operation.kind() != OperationKind.CREATE) {
            return Mono.error(InvalidChanges.of("changes", "a deletion needs nothing of the spec; leave them out"));
        }
        return clusters.require(operation.clusterId())
                .flatMap(cluster -> review(operation.id(), cluster, new ChangedDraft(cluster.spec(), changes)));
    }

    private Mono<Mending> review(UUID operation, Cluster cluster, ChangedDraft changed) {
        return operations
                .steps(operation, 0)
                .collectList()
                .zipWith(circumstances.gather(changed.after()))
                .map(found -> {
                    var violations = violations(changed, found.getT1(), found.getT2());
                    if (!violations.isEmpty()) {
                        throw new InvalidChanges(violations);
                    }
                    return mending(operation, cluster, changed, found.getT2());
                });
    }

    private static List<Violation> violations(ChangedDraft changed, List<OperationStep> steps, Circumstances facts) {
        var fields = changed.fields();
        return Stream.of(
                        changed.fixed(),
                        fields.stream().flatMap(field -> used(field, steps)),
                        ClusterRules.check(changed.after(), facts).stream()
                                .filter(broken -> fields.stream().anyMatch(field -> field.concernedBy(broken))))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<Violation> used(SpecField field, List<OperationStep> steps) {
        return field
                .usedBy(steps)
                .map(step -> new Violation(
                        field.path(),
                        "the step %s has used it; roll the operation back, and create the cluster anew"
                                .formatted(step.step().title())))
                .stream();
    }

    private static Mending mending(UUID operation, Cluster before, ChangedDraft changed, Circumstances facts) {
        var present = before.sources();
        var sources = changed.fields().contains(SpecField.PACKAGE_VERSION)
                ? new ClusterSources(requireNonNull(facts.offlinePackage()).id(), present.deployPlan())
                : present;
        return new Mending(operation, before, changed.after().toSpec(), sources, changed.differences());
    }
}
