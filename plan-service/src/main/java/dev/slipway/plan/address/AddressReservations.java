package dev.slipway.plan.address;

import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.zone.Zone;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives addresses of zones to the hosts of clusters and takes them back. */
@Component
public class AddressReservations {
    private final Resources<Zone> zones;
    private final TakenAddresses taken;
    private final ReservationRows rows;
    private final LockRows locks;
    private final Clock clock;

    AddressReservations(
            Resources<Zone> zones, TakenAddresses taken, ReservationRows rows, LockRows locks, Clock clock) {
        this.zones = zones;
        this.taken = taken;
        this.rows = rows;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * Reserves an address for each of these hosts, or none with {@link TooFewAddresses}. Hosts of the cluster that have
     * one keep it, so this may be repeated.
     */
    @Transactional
    public Mono<List<Reservation>> reserve(UUID clusterId, List<Place> places) {
        var wanted = places.stream().collect(Collectors.groupingBy(Place::zoneId));
        return zones.lock(wanted.keySet())
                .collectList()
                .delayUntil(locked -> requireAll(wanted.keySet()))
                .flatMapMany(Flux::fromIterable)
                .concatMap(zone -> reserve(clusterId, zone, wanted.getOrDefault(zone.id(), List.of())))
                .then(Mono.defer(() -> of(clusterId).collectList()));
    }

    /** A zone that is gone would otherwise be passed over, and its hosts with it. */
    private Mono<Void> requireAll(Set<UUID> zoneIds) {
        return Flux.fromIterable(zoneIds).concatMap(zones::get).then();
    }

    private Mono<Void> reserve(UUID clusterId, Zone zone, List<Place> places) {
        return Mono.zip(rows.of(clusterId).map(Reservation::host).collect(Collectors.toSet()), taken.around(zone))
                .flatMap(known -> {
                    var missing = places.stream()
                            .map(Place::host)
                            .filter(host -> !known.getT1().contains(host))
                            .toList();
                    return insert(
                            clusterId,
                            zone,
                            missing,
                            free(zone, known.getT2()).limit(missing.size()).toList());
                });
    }

    private Mono<Void> insert(UUID clusterId, Zone zone, List<String> hosts, List<Ipv4> addresses) {
        if (addresses.size() < hosts.size()) {
            return Mono.error(new TooFewAddresses(zone.name(), hosts.size(), addresses.size()));
        }
        return Flux.range(0, hosts.size())
                .concatMap(index -> rows.insert(
                        clusterId,
                        zone,
                        new Reservation(
                                hosts.get(index),
                                zone.id(),
                                addresses.get(index).toString()),
                        clock.instant()))
                .then();
    }

    /** Returns how many addresses of the zone can still be reserved. */
    public Mono<Long> free(UUID zoneId) {
        return zones.get(zoneId)
                .flatMap(zone ->
                        taken.around(zone).map(found -> free(zone, found).count()));
    }

    private static Stream<Ipv4> free(Zone zone, Set<Ipv4> taken) {
        var range = zone.range();
        var first = Ipv4.of(range.first());
        return LongStream.range(0, range.size()).mapToObj(first::plus).filter(address -> !taken.contains(address));
    }

    /** Returns the addresses the cluster has, in the order of its hosts' names. */
    public Flux<Reservation> of(UUID clusterId) {
        return rows.of(clusterId);
    }

    /**
     * Locks the addresses of these hosts of a cluster: they may still have them, so nobody gets them until a release.
     */
    public Mono<Void> lock(UUID clusterId, String clusterName, String reason, Set<String> hosts) {
        return locks.lock(clusterId, hosts, new LockReason(clusterName, reason, clock.instant()));
    }

    /** Takes all addresses back from the cluster that are not locked; none is fine. */
    public Mono<Void> release(UUID clusterId) {
        return rows.delete(clusterId);
    }
}
