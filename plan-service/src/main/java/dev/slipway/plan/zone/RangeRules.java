package dev.slipway.plan.zone;

import dev.slipway.plan.ipv4.AddressRange;
import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.validation.Findings;
import java.util.List;

/** What has to be true of a zone's addresses: in the region's network, and nobody else's. */
final class RangeRules {
    private static final String FIELD = "addressRange";

    private final AddressRange range;
    private final Findings findings;

    RangeRules(AddressRange range, Findings findings) {
        this.range = range;
        this.findings = findings;
    }

    void inside(Region region) {
        var subnet = region.subnet();
        if (!subnet.usable().contains(range)) {
            findings.add(FIELD, "must be inside %s, the network of region %s".formatted(subnet, region.name()));
        } else if (range.contains(subnet.gateway())) {
            findings.add(
                    FIELD,
                    "must not contain %s, the gateway of the network; begin it after that".formatted(subnet.gateway()));
        }
    }

    void apartFrom(List<Zone> others) {
        others.stream()
                .filter(other -> other.range().overlaps(range))
                .forEach(other -> findings.add(
                        FIELD,
                        "overlaps zone %s, which has %s; choose addresses outside of those"
                                .formatted(other.name(), other.range())));
    }

    /** Registered hosts may lie in the range: they are passed over when addresses are given away. */
    void without(List<AddressUse> uses) {
        uses.stream()
                .filter(use -> use.isFixed() && range.contains(use.address()))
                .forEach(use -> findings.add(
                        FIELD,
                        "must not contain %s, which is of %s; end the range before it or begin it after it"
                                .formatted(use.address(), use.user())));
    }

    void with(List<Ipv4> given) {
        given.stream()
                .filter(address -> !range.contains(address))
                .forEach(address -> findings.add(FIELD, "must contain %s, which a node has".formatted(address)));
    }
}
