package dev.slipway.plan.cluster.lifecycle;

import static java.util.function.Predicate.not;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.plan.cluster.ClusterNode;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.catalog.NodeView;
import dev.slipway.plan.cluster.reservation.DeploymentOrder;
import dev.slipway.plan.cluster.reservation.Reservations;
import dev.slipway.plan.cluster.supply.Unavailable;
import dev.slipway.toolkit.log.StepAttempt;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The work of the steps that plan-service does itself; its record is kept together with the work, or neither is. */
@Component
class OwnWork {
    private final Clusters clusters;
    private final Reservations reservations;
    private final RecordedOrders orders;
    private final OwnRecord record;
    private final LeftBehind leftBehind;

    OwnWork(
            Clusters clusters,
            Reservations reservations,
            RecordedOrders orders,
            OwnRecord record,
            LeftBehind leftBehind) {
        this.clusters = clusters;
        this.reservations = reservations;
        this.orders = orders;
        this.record = record;
        this.leftBehind = leftBehind;
    }

    @Transactional
    Mono<DeploymentOrder> reserve(OperationReference operation, StepAttempt attempt) {
        return reservations
                .reserve(cluster(operation))
                .then(Mono.defer(() -> held(operation)))
                .delayUntil(
                        held -> record.keep(attempt, output("nodes", held), at -> OwnLines.reserved(attempt, at, held)))
                .flatMap(held -> orders.current(operation));
    }

    @Transactional
    Mono<Void> publish(OperationReference operation, StepAttempt attempt) {
        return clusters.publish(cluster(operation))
                .filter(published -> published)
                .switchIfEmpty(
                        Mono.error(
                                () -> new Unavailable(
                                        "The cluster is no longer being created, so it cannot become Ready; look at its other operations.")))
                .then(Mono.defer(() -> endpoints(operation)))
                .flatMap(found -> record.keep(
                        attempt, Map.of("apiEndpoints", found), at -> OwnLines.published(attempt, at, found)));
    }

    /** What a repeat finds is gone already; what the first try gave back stays in the record. */
    @Transactional
    Mono<Void> release(OperationReference operation, StepAttempt attempt) {
        return held(operation)
                .flatMap(held -> leftBehind
                        .of(operation)
                        .flatMap(left -> leave(operation, attempt, held, left).thenReturn(true))
                        .switchIfEmpty(Mono.defer(
                                () -> giveBack(operation, attempt, held).thenReturn(true))))
                .then();
    }

    private Mono<Void> giveBack(OperationReference operation, StepAttempt attempt, List<ClusterNode> held) {
        return reservations
                .release(cluster(operation))
                .then(record.keep(attempt, gone("nodes", held), at -> OwnLines.released(attempt, at, held)));
    }

    /** Hosts that the region does not have any more are given back as after any deletion. */
    private Mono<Void> leave(
            OperationReference operation, StepAttempt attempt, List<ClusterNode> held, LeftHosts left) {
        var stay = held.stream().filter(left::includes).toList();
        var gone = held.stream().filter(not(left::includes)).toList();
        var output = new TreeMap<String, Object>();
        put(output, "leftBehind", stay);
        put(output, "nodes", gone);
        return reservations
                .releaseAround(cluster(operation), left.reason(), names(stay))
                .then(record.keep(
                        attempt, held.isEmpty() ? null : output, at -> OwnLines.leftBehind(attempt, at, held, left)));
    }

    private static Set<String> names(List<ClusterNode> nodes) {
        return nodes.stream().map(ClusterNode::name).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Map<String, Object> gone(String name, List<ClusterNode> held) {
        return held.isEmpty() ? null : output(name, held);
    }

    private static Map<String, Object> output(String name, List<ClusterNode> held) {
        return Map.of(name, views(held));
    }

    private static void put(Map<String, Object> output, String name, List<ClusterNode> nodes) {
        if (!nodes.isEmpty()) {
            output.put(name, views(nodes));
        }
    }

    private static List<NodeView> views(List<ClusterNode> nodes) {
        return nodes.stream().map(NodeView::from).toList();
    }

    private Mono<List<ClusterNode>> held(OperationReference operation) {
        return reservations.held(cluster(operation));
    }

    private Mono<List<String>> endpoints(OperationReference operation) {
        return clusters.find(cluster(operation))
                .flatMap(cluster -> held(operation)
                        .map(held -> held.stream()
                                .filter(node -> node.role() == NodeRole.CONTROL_PLANE)
                                .map(node -> "https://%s:%d"
                                        .formatted(
                                                node.address(), cluster.spec().apiPort()))
                                .toList()));
    }

    private static UUID cluster(OperationReference operation) {
        return UUID.fromString(operation.clusterId());
    }
}
