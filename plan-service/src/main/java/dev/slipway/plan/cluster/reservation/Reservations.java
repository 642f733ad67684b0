package dev.slipway.plan.cluster.reservation;

import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterNode;
import dev.slipway.plan.cluster.ClusterNodes;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.secret.ClusterSecrets;
import dev.slipway.plan.cluster.secret.SecretKind;
import dev.slipway.plan.cluster.spec.ClusterSpec;
import dev.slipway.plan.cluster.spec.DeployMode;
import dev.slipway.plan.cluster.supply.Inventory;
import dev.slipway.plan.cluster.supply.Unavailable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Reserves and releases everything a cluster holds, whole or not at all; doing either twice changes nothing. */
@Component
public class Reservations {
    private final Clusters clusters;
    private final ClusterNodes nodes;
    private final NodeSupply supply;
    private final Inventory inventory;
    private final ClusterSecrets secrets;

    Reservations(
            Clusters clusters, ClusterNodes nodes, NodeSupply supply, Inventory inventory, ClusterSecrets secrets) {
        this.clusters = clusters;
        this.nodes = nodes;
        this.supply = supply;
        this.inventory = inventory;
        this.secrets = secrets;
    }

    /** Reserves the nodes of a cluster; in automatic mode also makes the key that opens its hosts. */
    @Transactional
    public Mono<Void> reserve(UUID id) {
        return clusters.require(id)
                .flatMap(cluster -> nodes.of(id).hasElements().flatMap(done -> done ? Mono.empty() : reserve(cluster)));
    }

    /** Returns the nodes that are reserved for a cluster. */
    public Mono<List<ClusterNode>> held(UUID id) {
        return nodes.of(id).collectList();
    }

    /** Gives back hosts and addresses, forgets secrets, Terraform state and the cluster itself. */
    @Transactional
    public Mono<Void> release(UUID id) {
        return inventory.release(id).then(secrets.forget(id)).then(clusters.delete(id));
    }

    /** Does the same for a cluster of which these hosts are left behind: the addresses they have are locked before. */
    @Transactional
    public Mono<Void> releaseAround(UUID id, String reason, Set<String> left) {
        return clusters.find(id)
                .flatMap(cluster -> inventory.lock(id, cluster.name(), reason, left))
                .then(release(id));
    }

    private Mono<Void> reserve(Cluster cluster) {
        return supply.nodes(cluster)
                .flatMap(found -> insert(cluster.id(), found))
                .then(Mono.defer(() -> key(cluster.id(), cluster.spec())));
    }

    private Mono<Void> insert(UUID cluster, List<ClusterNode> found) {
        return nodes.insert(cluster, found)
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        error -> new Unavailable("A host or address was taken by another cluster meanwhile"));
    }

    private Mono<Void> key(UUID cluster, ClusterSpec spec) {
        if (spec.deployMode() == DeployMode.MANUAL) {
            return Mono.empty();
        }
        var pair = SshKeyPair.generate("slipway-" + spec.name());
        return secrets.keep(cluster, SecretKind.SSH_PRIVATE_KEY, pair.privateKey())
                .then(clusters.keepSshKey(cluster, pair.publicKey()));
    }
}
