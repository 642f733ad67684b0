package dev.slipway.plan.zone;

import dev.slipway.plan.ipv4.AddressBook;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.validation.Findings;
import dev.slipway.plan.validation.RequestRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks a zone against its region, the other zones and everybody's addresses. */
@Component
class ZoneRules {
    private final RequestRules rules;
    private final Resources<Region> regions;
    private final Resources<Zone> zones;
    private final AddressBook addresses;
    private final List<ZoneResidents> residents;

    ZoneRules(
            RequestRules rules,
            Resources<Region> regions,
            Resources<Zone> zones,
            AddressBook addresses,
            List<ZoneResidents> residents) {
        this.rules = rules;
        this.regions = regions;
        this.zones = zones;
        this.addresses = addresses;
        this.residents = List.copyOf(residents);
    }

    /** Returns the zone's region, locked so that no other zone of it appears meanwhile, or fails with all findings. */
    Mono<Region> check(NewZone asked, @Nullable Zone present) {
        var findings = rules.check(asked);
        asked.check(findings);
        return region(asked, findings)
                .flatMap(region -> check(asked, present, region, findings).thenReturn(region))
                .switchIfEmpty(Mono.fromRunnable(findings::orThrow))
                .doOnNext(region -> findings.orThrow());
    }

    private Mono<Region> region(NewZone asked, Findings findings) {
        if (!findings.clean("region")) {
            return Mono.empty();
        }
        return regions.named(asked.region())
                .flatMap(found -> regions.lock(List.of(found.id())).next())
                .switchIfEmpty(Mono.fromRunnable(() -> findings.add(
                        "region",
                        "there is no region named " + asked.region() + "; register it first, or name another")));
    }

    private Mono<Void> check(NewZone asked, @Nullable Zone present, Region region, Findings findings) {
        if (!findings.clean("addressRange")) {
            return Mono.empty();
        }
        var range = new RangeRules(asked.addressRange(), findings);
        range.inside(region);
        return others(region, present)
                .doOnNext(range::apartFrom)
                .then(addresses.uses())
                .doOnNext(range::without)
                .thenMany(given(present))
                .collectList()
                .doOnNext(range::with)
                .doOnNext(given -> staysWhenUsed(region, present, given.isEmpty(), findings))
                .then();
    }

    private Mono<List<Zone>> others(Region region, @Nullable Zone present) {
        return zones.with("regionId", region.id())
                .filter(other -> present == null || !other.id().equals(present.id()))
                .collectList();
    }

    private Flux<Ipv4> given(@Nullable Zone present) {
        return present == null
                ? Flux.empty()
                : Flux.fromIterable(residents).concatMap(resident -> resident.addresses(present.id()));
    }

    private static void staysWhenUsed(Region region, @Nullable Zone present, boolean unused, Findings findings) {
        if (present != null && !unused && !present.regionId().equals(region.id())) {
            findings.add("region", "must stay as it is while nodes have addresses of the zone");
        }
    }
}
