package dev.slipway.plan.cluster.access;

import dev.slipway.plan.cluster.ClusterNode;
import dev.slipway.plan.cluster.ClusterNodes;
import dev.slipway.plan.cluster.supply.Inventory;
import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Pins the key a host shows at first use; afterwards only that key will do. */
@Component
class HostKeys {
    private final ClusterNodes nodes;
    private final Inventory inventory;

    HostKeys(ClusterNodes nodes, Inventory inventory) {
        this.nodes = nodes;
        this.inventory = inventory;
    }

    @Transactional
    Mono<Void> pin(UUID cluster, String node, String hostKey) {
        return nodes.of(cluster)
                .filter(found -> found.name().equals(node))
                .next()
                .switchIfEmpty(Mono.error(() -> problem(HttpStatus.NOT_FOUND, "node-not-found", "No node " + node)))
                .flatMap(found -> pin(cluster, found, hostKey))
                .filter(hostKey::equals)
                .switchIfEmpty(Mono.error(() ->
                        problem(HttpStatus.CONFLICT, "host-key-changed", "Another host key is pinned for " + node)))
                .then();
    }

    /** A registered host outlives the cluster, so its key is pinned there. */
    private Mono<String> pin(UUID cluster, ClusterNode node, String hostKey) {
        var host = node.hostId();
        return host == null ? nodes.pin(cluster, node.name(), hostKey) : inventory.pin(host, hostKey);
    }

    private static ProblemException problem(HttpStatus status, String type, String detail) {
        return new ProblemException(status, type, detail, detail, List.of());
    }
}
