package dev.slipway.plan.deployplan.registration;

import dev.slipway.plan.region.Region;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.validation.Findings;
import dev.slipway.plan.validation.RequestRules;
import dev.slipway.plan.zone.Zone;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks that a plan's nodes are large enough, and that its region and zones are there and belong together. */
@Component
class DeployPlanRules {
    private final RequestRules rules;
    private final Resources<Region> regions;
    private final Resources<Zone> zones;

    DeployPlanRules(RequestRules rules, Resources<Region> regions, Resources<Zone> zones) {
        this.rules = rules;
        this.regions = regions;
        this.zones = zones;
    }

    /** Returns the plan's region and zones, the zones locked so that they stay, or fails with all findings. */
    Mono<PlanSite> check(NewDeployPlan asked) {
        var findings = rules.check(asked);
        LeastSize.CONTROL_PLANE.check(asked.controlPlaneSize(), findings);
        LeastSize.WORKER.check(asked.workerSize(), findings);
        return Mono.zip(region(asked, findings), zones(asked, findings))
                .map(found -> site(asked, found.getT1(), found.getT2(), findings));
    }

    private Mono<Optional<Region>> region(NewDeployPlan asked, Findings findings) {
        return findings.clean("region") ? regions.named(asked.region()).singleOptional() : Mono.just(Optional.empty());
    }

    private Mono<Map<String, Zone>> zones(NewDeployPlan asked, Findings findings) {
        return findings.clean("zones")
                ? zones.named(asked.zones())
                        .map(Zone::id)
                        .collectList()
                        .flatMapMany(zones::lock)
                        .collectMap(Zone::name)
                : Mono.just(Map.of());
    }

    private static PlanSite site(
            NewDeployPlan asked, Optional<Region> region, Map<String, Zone> found, Findings findings) {
        if (region.isEmpty() && findings.clean("region")) {
            findings.add(
                    "region", "there is no region named " + asked.region() + "; register it first, or name another");
        }
        if (findings.clean("zones")) {
            checkZones(asked.zones(), region, found, findings);
        }
        findings.orThrow();
        return new PlanSite(
                region.orElseThrow().id(),
                asked.zones().stream().map(found::get).map(Zone::id).toList());
    }

    private static void checkZones(
            List<String> asked, Optional<Region> region, Map<String, Zone> found, Findings findings) {
        var seen = new HashSet<String>();
        IntStream.range(0, asked.size()).forEach(index -> {
            var name = asked.get(index);
            fault(name, seen.add(name), region, Optional.ofNullable(found.get(name)))
                    .ifPresent(fault -> findings.add("zones[" + index + "]", fault));
        });
    }

    private static Optional<String> fault(String name, boolean first, Optional<Region> region, Optional<Zone> zone) {
        if (!first) {
            return Optional.of("names zone " + name + " again; name each zone once");
        }
        if (zone.isEmpty()) {
            return Optional.of("there is no zone named " + name + "; register it first, or name another");
        }
        return region.filter(expected -> !expected.id().equals(zone.get().regionId()))
                .map(expected ->
                        "zone " + name + " is not a part of region " + expected.name() + "; name zones of that region");
    }
}
