package dev.slipway.plan.address;

import dev.slipway.plan.zone.Zone;
import dev.slipway.plan.zone.ZoneAddresses;
import dev.slipway.plan.zone.ZoneUse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts the addresses that are free, in use, and locked. */
@Component
final class CountedAddresses implements ZoneUse {
    private final AddressReservations reservations;
    private final LockRows locks;

    CountedAddresses(AddressReservations reservations, LockRows locks) {
        this.reservations = reservations;
        this.locks = locks;
    }

    @Override
    public Mono<ZoneAddresses> of(Zone zone) {
        var all = zone.range().size();
        return reservations
                .free(zone.id())
                .zipWith(locks.of(zone.id()).count())
                .map(found -> new ZoneAddresses(found.getT1(), all - found.getT1() - found.getT2(), found.getT2()));
    }
}
