package dev.slipway.plan.cluster.access;

import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterNode;
import dev.slipway.plan.cluster.ClusterNodes;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.secret.ClusterSecrets;
import dev.slipway.plan.cluster.secret.SecretKind;
import dev.slipway.plan.cluster.supply.HostLogin;
import dev.slipway.plan.cluster.supply.Inventory;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens the logins of nodes: a registered host has its credential, a made one the cluster's key. */
@Component
class NodeLogins {
    /** The user that every host made by Slipway has. */
    private static final String USER = "slipway";

    private final Clusters clusters;
    private final ClusterNodes nodes;
    private final Inventory inventory;
    private final ClusterSecrets secrets;

    NodeLogins(Clusters clusters, ClusterNodes nodes, Inventory inventory, ClusterSecrets secrets) {
        this.clusters = clusters;
        this.nodes = nodes;
        this.inventory = inventory;
        this.secrets = secrets;
    }

    Mono<ClusterAccess> of(UUID cluster) {
        return clusters.require(cluster)
                .flatMapMany(found -> nodes.of(cluster).concatMap(node -> access(found, node)))
                .collectList()
                .map(ClusterAccess::new);
    }

    private Mono<NodeAccess> access(Cluster cluster, ClusterNode node) {
        var host = node.hostId();
        var login = host == null ? made(cluster.id()) : inventory.login(host);
        return login.map(found -> NodeAccess.of(node, found));
    }

    private Mono<HostLogin> made(UUID cluster) {
        return secrets.open(cluster, SecretKind.SSH_PRIVATE_KEY).map(key -> new HostLogin(USER, key, null));
    }
}
