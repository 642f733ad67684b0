package dev.slipway.plan.cluster.supply;

import dev.slipway.plan.cluster.placement.PlacedNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What clusters ask of the inventory. */
public interface Inventory {
    /** Finds the offline package of a Kubernetes version. */
    Mono<PackageOffer> offlinePackage(String version);

    /** Returns the Kubernetes versions of all offline packages. */
    Flux<String> packageVersions();

    /** Finds the offline package a cluster was accepted with. */
    Mono<PackageOffer> offlinePackage(UUID id);

    /** Finds a deploy plan by name. */
    Mono<PlanOffer> deployPlan(String name);

    /** Finds the deploy plan a cluster was accepted with. */
    Mono<PlanOffer> deployPlan(UUID id);

    /** Finds those of the named hosts that are registered. */
    Flux<HostOffer> hosts(List<String> names);

    /** Finds the same as {@link #hosts} and keeps them as they are until the transaction ends. */
    Flux<HostOffer> lockHosts(List<String> names);

    /** Returns those of these packages and deploy plans that exist, and keeps them so until the transaction ends. */
    Flux<UUID> lockSources(List<UUID> ids);

    /** Returns the subnets of all regions. */
    Flux<RegionSubnet> subnets();

    /** Reserves an address for each node of a cluster, by its name, or fails with Unavailable and reserves none. */
    Mono<Map<String, String>> reserve(UUID cluster, List<PlacedNode> nodes);

    /** Claims hosts for a cluster, or fails with Unavailable and claims none. */
    Mono<Void> claim(UUID cluster, String clusterName, List<UUID> hosts);

    /** Locks the addresses of these hosts of a cluster, which are left behind: giving them back comes to a person. */
    Mono<Void> lock(UUID cluster, String clusterName, String reason, Set<String> hosts);

    /** Gives back all hosts of a cluster, and its addresses that are not locked. */
    Mono<Void> release(UUID cluster);

    /** Opens the credential of a registered host. */
    Mono<HostLogin> login(UUID host);

    /** Pins the key a registered host showed at first use if none is pinned, and returns the one that is. */
    Mono<String> pin(UUID host, String hostKey);
}
