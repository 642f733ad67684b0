package dev.slipway.plan.cluster.inventory;

import dev.slipway.plan.cluster.placement.PlacedNode;
import dev.slipway.plan.cluster.supply.HostLogin;
import dev.slipway.plan.cluster.supply.HostOffer;
import dev.slipway.plan.cluster.supply.Inventory;
import dev.slipway.plan.cluster.supply.PackageOffer;
import dev.slipway.plan.cluster.supply.PlanOffer;
import dev.slipway.plan.cluster.supply.RegionSubnet;
import dev.slipway.plan.cluster.supply.Unavailable;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.resource.Resources;
import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers from the tables of the inventory. */
@Component
class RegisteredInventory implements Inventory {
    private final PackageOffers packages;
    private final PlanOffers plans;
    private final RegisteredHosts hosts;
    private final ClusterAddresses addresses;
    private final Resources<Region> regions;

    RegisteredInventory(
            PackageOffers packages,
            PlanOffers plans,
            RegisteredHosts hosts,
            ClusterAddresses addresses,
            Resources<Region> regions) {
        this.packages = packages;
        this.plans = plans;
        this.hosts = hosts;
        this.addresses = addresses;
        this.regions = regions;
    }

    @Override
    public Mono<PackageOffer> offlinePackage(String version) {
        return packages.of(version);
    }

    @Override
    public Flux<String> packageVersions() {
        return packages.versions();
    }

    @Override
    public Mono<PackageOffer> offlinePackage(UUID id) {
        return packages.of(id);
    }

    @Override
    public Mono<PlanOffer> deployPlan(String name) {
        return plans.of(name);
    }

    @Override
    public Mono<PlanOffer> deployPlan(UUID id) {
        return plans.of(id);
    }

    @Override
    public Flux<HostOffer> hosts(List<String> names) {
        return hosts.named(names);
    }

    @Override
    public Flux<HostOffer> lockHosts(List<String> names) {
        return hosts.lock(names);
    }

    @Override
    public Flux<UUID> lockSources(List<UUID> ids) {
        return Flux.concat(packages.lock(ids), plans.lock(ids));
    }

    @Override
    public Flux<RegionSubnet> subnets() {
        return regions.all()
                .map(region -> new RegionSubnet(region.name(), region.subnet().toString()));
    }

    @Override
    public Mono<Map<String, String>> reserve(UUID cluster, List<PlacedNode> nodes) {
        return addresses.reserve(cluster, nodes).onErrorMap(ProblemException.class, RegisteredInventory::unavailable);
    }

    @Override
    public Mono<Void> claim(UUID cluster, String clusterName, List<UUID> wanted) {
        return hosts.claim(cluster, clusterName, wanted)
                .onErrorMap(ProblemException.class, RegisteredInventory::unavailable);
    }

    @Override
    public Mono<Void> lock(UUID cluster, String clusterName, String reason, Set<String> left) {
        return addresses.lock(cluster, clusterName, reason, left);
    }

    @Override
    public Mono<Void> release(UUID cluster) {
        return addresses.release(cluster).then(hosts.release(cluster));
    }

    @Override
    public Mono<HostLogin> login(UUID host) {
        return hosts.login(host);
    }

    @Override
    public Mono<String> pin(UUID host, String hostKey) {
        return hosts.pin(host, hostKey);
    }

    private static Unavailable unavailable(ProblemException problem) {
        return new Unavailable(String.valueOf(problem.getBody().getDetail()));
    }
}
