package dev.slipway.plan.cluster.inventory;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.provisioning.ContainerHosts;
import dev.slipway.contracts.provisioning.RegionTarget;
import dev.slipway.plan.address.AddressReservations;
import dev.slipway.plan.cluster.supply.PlanOffer;
import dev.slipway.plan.cluster.supply.ZoneOffer;
import dev.slipway.plan.deployplan.DeployPlan;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.resource.ResourceNotFound;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.zone.Zone;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Resolves deploy plans to all a cluster needs to know of them. */
@Component
class PlanOffers {
    private final Resources<DeployPlan> plans;
    private final Resources<Region> regions;
    private final Resources<Zone> zones;
    private final AddressReservations addresses;

    PlanOffers(
            Resources<DeployPlan> plans,
            Resources<Region> regions,
            Resources<Zone> zones,
            AddressReservations addresses) {
        this.plans = plans;
        this.regions = regions;
        this.zones = zones;
        this.addresses = addresses;
    }

    Mono<PlanOffer> of(String name) {
        return plans.named(name).flatMap(this::offer);
    }

    Mono<PlanOffer> of(UUID id) {
        return plans.get(id).onErrorComplete(ResourceNotFound.class).flatMap(this::offer);
    }

    Flux<UUID> lock(List<UUID> ids) {
        return plans.lock(ids).map(DeployPlan::id);
    }

    private Mono<PlanOffer> offer(DeployPlan plan) {
        return Mono.zip(
                        regions.get(plan.regionId()),
                        Flux.fromIterable(plan.zoneIds()).concatMap(this::zone).collectList())
                .map(site -> offer(plan, site.getT1(), site.getT2()));
    }

    private Mono<ZoneOffer> zone(UUID id) {
        return Mono.zip(zones.get(id), addresses.free(id))
                .map(found -> new ZoneOffer(
                        found.getT1().name(),
                        found.getT1().firstAddress(),
                        found.getT1().lastAddress(),
                        found.getT2()));
    }

    private static PlanOffer offer(DeployPlan plan, Region region, List<ZoneOffer> zones) {
        return new PlanOffer(
                plan.id(),
                plan.deployModel(),
                target(region),
                profile(region),
                zones,
                plan.controlPlaneSize(),
                plan.workerSize());
    }

    private static RegionTarget target(Region region) {
        return switch (region.kind()) {
            case CONTAINER_HOSTS -> {
                var settings = requireNonNull(region.containerHosts());
                var gateway = region.subnet().gateway().toString();
                yield new RegionTarget(
                        region.kind(), new ContainerHosts(settings.network(), gateway, settings.image()));
            }
        };
    }

    private static HostProfile profile(Region region) {
        return switch (region.kind()) {
            case CONTAINER_HOSTS -> HostProfile.CONTAINER;
        };
    }
}
