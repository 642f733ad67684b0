package dev.slipway.plan.cluster.catalog;

import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterNode;
import dev.slipway.plan.cluster.ClusterPhase;
import dev.slipway.plan.cluster.spec.ClusterSpec;
import dev.slipway.plan.operation.OperationView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cluster as the API shows it. */
public record ClusterView(
        UUID id,
        String name,
        @Nullable String description,
        ClusterPhase phase,
        ClusterSpec spec,
        List<NodeView> nodes,
        @Nullable OperationView currentOperation,
        Instant createdAt,
        long version) {
    /** Shows a cluster, its nodes and the operation that runs on it. */
    public static ClusterView from(Cluster cluster, List<ClusterNode> nodes, @Nullable OperationView current) {
        return new ClusterView(
                cluster.id(),
                cluster.name(),
                cluster.description(),
                cluster.phase(),
                cluster.spec(),
                nodes.stream().map(NodeView::from).toList(),
                current,
                cluster.createdAt(),
                cluster.version());
    }

    /** Shows the same cluster as it is once an operation that deletes it was accepted. */
    public ClusterView deleting(OperationView operation) {
        return new ClusterView(
                id,
                name,
                description,
                ClusterPhase.DELETING,
                spec,
                nodes,
                operation,
                createdAt,
                phase == ClusterPhase.DELETING ? version : version + 1);
    }
}
