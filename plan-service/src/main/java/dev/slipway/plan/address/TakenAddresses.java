package dev.slipway.plan.address;

import dev.slipway.plan.ipv4.AddressBook;
import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.zone.Zone;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The addresses that no host can be given: its region's gateway has them, a machine, or another host. */
@Component
class TakenAddresses {
    private final Resources<Region> regions;
    private final AddressBook book;
    private final ReservationRows rows;

    TakenAddresses(Resources<Region> regions, AddressBook book, ReservationRows rows) {
        this.regions = regions;
        this.book = book;
        this.rows = rows;
    }

    /** Returns those that may lie in the zone. */
    Mono<Set<Ipv4>> around(Zone zone) {
        return Mono.zip(
                        regions.get(zone.regionId()),
                        book.uses(),
                        rows.inRegion(zone.regionId()).collectList())
                .map(known -> union(known.getT1(), known.getT2(), known.getT3()));
    }

    private static Set<Ipv4> union(Region region, Collection<AddressUse> uses, Collection<Ipv4> reserved) {
        var taken = new HashSet<>(reserved);
        uses.forEach(use -> taken.add(use.address()));
        taken.add(region.subnet().gateway());
        return taken;
    }
}
