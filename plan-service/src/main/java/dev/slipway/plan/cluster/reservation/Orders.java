package dev.slipway.plan.cluster.reservation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.provisioning.HostRequest;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterNode;
import dev.slipway.plan.cluster.ClusterNodes;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.spec.DeployMode;
import dev.slipway.plan.cluster.supply.Inventory;
import dev.slipway.plan.cluster.supply.PackageOffer;
import dev.slipway.plan.cluster.supply.PlanOffer;
import dev.slipway.plan.cluster.supply.Unavailable;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the orders for the workers from what is reserved. */
@Component
public class Orders {
    private final Clusters clusters;
    private final ClusterNodes nodes;
    private final Inventory inventory;

    Orders(Clusters clusters, ClusterNodes nodes, Inventory inventory) {
        this.clusters = clusters;
        this.nodes = nodes;
        this.inventory = inventory;
    }

    /** Returns the order for a cluster; it asks for nothing while nothing is reserved. */
    public Mono<DeploymentOrder> of(OperationReference operation) {
        var id = UUID.fromString(operation.clusterId());
        return clusters.find(id)
                .zipWith(nodes.of(id).collectList())
                .filter(found -> !found.getT2().isEmpty())
                .flatMap(found -> order(operation, found.getT1(), found.getT2()))
                .defaultIfEmpty(DeploymentOrder.nothing());
    }

    private Mono<DeploymentOrder> order(OperationReference operation, Cluster cluster, List<ClusterNode> found) {
        return inventory
                .offlinePackage(cluster.sources().offlinePackage())
                .switchIfEmpty(Mono.error(() -> new Unavailable("The offline package of the cluster is gone")))
                .flatMap(offer -> order(new Part(operation, cluster, found, offer)));
    }

    private Mono<DeploymentOrder> order(Part part) {
        if (part.cluster().spec().deployMode() == DeployMode.MANUAL) {
            return Mono.just(new DeploymentOrder(null, part.installation()));
        }
        return Mono.justOrEmpty(part.cluster().sources().deployPlan())
                .flatMap(inventory::deployPlan)
                .switchIfEmpty(Mono.error(() -> new Unavailable("The deploy plan of the cluster is gone")))
                .map(offer -> new DeploymentOrder(part.provisioning(offer), part.installation()));
    }

    /** What both requests are made of. */
    private record Part(
            OperationReference operation, Cluster cluster, List<ClusterNode> nodes, PackageOffer offlinePackage) {
        InstallationRequest installation() {
            var spec = cluster.spec();
            return new InstallationRequest(
                    operation,
                    spec.packageVersion(),
                    offlinePackage.url(),
                    offlinePackage.indexSha256(),
                    nodes.stream().map(ClusterNode::toTarget).toList(),
                    spec.network().toSettings(),
                    spec.apiPort(),
                    spec.labels());
        }

        ProvisioningRequest provisioning(PlanOffer plan) {
            return new ProvisioningRequest(
                    operation,
                    plan.region(),
                    nodes.stream().map(node -> host(node, plan)).toList(),
                    requireNonNull(cluster.sshPublicKey(), "reserved nodes without a key"),
                    offlinePackage.url(),
                    offlinePackage.indexSha256());
        }

        private static HostRequest host(ClusterNode node, PlanOffer plan) {
            var size = plan.size(node.role());
            return new HostRequest(
                    node.name(),
                    node.role(),
                    requireNonNullElse(node.zone(), ""),
                    node.address(),
                    size.cpus(),
                    size.memoryMebibytes(),
                    size.diskGibibytes());
        }
    }
}
