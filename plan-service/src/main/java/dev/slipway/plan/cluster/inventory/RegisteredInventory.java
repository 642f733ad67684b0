package dev.slipway.plan.cluster.inventory;

import dev.slipway.plan.address.AddressReservations;
import dev.slipway.plan.address.Place;
import dev.slipway.plan.address.Reservation;
import dev.slipway.plan.cluster.placement.PlacedNode;
import dev.slipway.plan.cluster.supply.HostLogin;
import dev.slipway.plan.cluster.supply.HostOffer;
import dev.slipway.plan.cluster.supply.Inventory;
import dev.slipway.plan.cluster.supply.PackageOffer;
import dev.slipway.plan.cluster.supply.PlanOffer;
import dev.slipway.plan.cluster.supply.RegionSubnet;
import dev.slipway.plan.cluster.supply.Unavailable;
import dev.slipway.plan.credential.Logins;
import dev.slipway.plan.host.Host;
import dev.slipway.plan.host.HostClaims;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.zone.Zone;
import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers from the tables of the inventory. */
@Component
class RegisteredInventory implements Inventory {
    private final Offers offers;
    private final Resources<Host> hosts;
    private final Resources<Region> regions;
    private final Resources<Zone> zones;
    private final AddressReservations addresses;
    private final HostClaims claims;
    private final Logins logins;

    RegisteredInventory(
            Offers offers,
            Resources<Host> hosts,
            Resources<Region> regions,
            Resources<Zone> zones,
            AddressReservations addresses,
            HostClaims claims,
            Logins logins) {
        this.offers = offers;
        this.hosts = hosts;
        this.regions = regions;
        this.zones = zones;
        this.addresses = addresses;
        this.claims = claims;
        this.logins = logins;
    }

    @Override
    public Mono<PackageOffer> offlinePackage(String version) {
        return offers.offlinePackage(version);
    }

    @Override
    public Mono<PackageOffer> offlinePackage(UUID id) {
        return offers.offlinePackage(id);
    }

    @Override
    public Mono<PlanOffer> deployPlan(String name) {
        return offers.deployPlan(name);
    }

    @Override
    public Mono<PlanOffer> deployPlan(UUID id) {
        return offers.deployPlan(id);
    }

    @Override
    public Flux<HostOffer> hosts(List<String> names) {
        return hosts.named(names).map(RegisteredInventory::offer);
    }

    @Override
    public Flux<HostOffer> lockHosts(List<String> names) {
        return hosts.named(names)
                .map(Host::id)
                .collectList()
                .flatMapMany(hosts::lock)
                .filter(host -> names.contains(host.name()))
                .map(RegisteredInventory::offer);
    }

    @Override
    public Flux<UUID> lockSources(List<UUID> ids) {
        return offers.lock(ids);
    }

    @Override
    public Flux<RegionSubnet> subnets() {
        return regions.all()
                .map(region -> new RegionSubnet(region.name(), region.subnet().toString()));
    }

    @Override
    public Mono<Map<String, String>> reserve(UUID cluster, List<PlacedNode> nodes) {
        var names = nodes.stream().map(PlacedNode::zone).distinct().toList();
        return zones.named(names)
                .collectMap(Zone::name, Zone::id)
                .map(ids -> nodes.stream()
                        .map(node -> new Place(node.name(), ids.getOrDefault(node.zone(), new UUID(0, 0))))
                        .toList())
                .flatMap(places -> addresses.reserve(cluster, places))
                .flatMapIterable(reserved -> reserved)
                .collectMap(Reservation::host, Reservation::address)
                .onErrorMap(ProblemException.class, RegisteredInventory::unavailable);
    }

    @Override
    public Mono<Void> claim(UUID cluster, String clusterName, List<UUID> wanted) {
        return claims.claim(cluster, clusterName, wanted)
                .onErrorMap(ProblemException.class, RegisteredInventory::unavailable);
    }

    @Override
    public Mono<Void> lock(UUID cluster, String clusterName, String reason) {
        return addresses.lock(cluster, clusterName, reason);
    }

    @Override
    public Mono<Void> release(UUID cluster) {
        return addresses.release(cluster).then(claims.release(cluster));
    }

    @Override
    public Mono<HostLogin> login(UUID host) {
        return hosts.get(host)
                .flatMap(found -> logins.of(found.credentialId()))
                .map(login -> new HostLogin(login.username(), login.privateKey(), login.password()));
    }

    @Override
    public Mono<String> pin(UUID host, String hostKey) {
        return claims.pin(host, hostKey);
    }

    private static HostOffer offer(Host host) {
        return new HostOffer(
                host.id(),
                host.name(),
                host.address(),
                host.port(),
                host.profile(),
                host.clusterName(),
                host.hostKey());
    }

    private static Unavailable unavailable(ProblemException problem) {
        return new Unavailable(String.valueOf(problem.getBody().getDetail()));
    }
}
