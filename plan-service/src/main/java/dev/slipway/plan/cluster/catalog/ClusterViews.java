package dev.slipway.plan.cluster.catalog;

import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterNodes;
import dev.slipway.plan.operation.OperationViews;
import dev.slipway.plan.operation.Operations;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts together what the API shows of a cluster. */
@Component
public class ClusterViews {
    private final ClusterNodes nodes;
    private final Operations operations;
    private final OperationViews views;

    ClusterViews(ClusterNodes nodes, Operations operations, OperationViews views) {
        this.nodes = nodes;
        this.operations = operations;
        this.views = views;
    }

    /** Shows a cluster as it is now. */
    public Mono<ClusterView> of(Cluster cluster) {
        var current = operations
                .active(List.of(cluster.id()))
                .next()
                .flatMap(views::of)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return nodes.of(cluster.id())
                .collectList()
                .zipWith(current, (found, operation) -> ClusterView.from(cluster, found, operation.orElse(null)));
    }
}
