package dev.slipway.plan.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.provisioning.RegionKind;
import dev.slipway.plan.ipv4.AddressRange;
import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.region.ContainerHostSettings;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.validation.Findings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RangeRulesTest {
    private final Findings findings = new Findings();

    @Test
    void wantsTheRangeInTheNetworkWithoutItsGateway() {
        rules("172.30.0.2", "172.30.0.9").inside(region());
        assertThat(findings.all()).isEmpty();

        rules("172.30.0.1", "172.30.0.9").inside(region());
        rules("172.30.255.250", "172.31.0.5").inside(region());
        rules("172.30.0.0", "172.30.0.5").inside(region());
        rules("172.30.255.250", "172.30.255.255").inside(region());

        assertThat(findings.all())
                .extracting("message")
                .containsExactly(
                        "must not contain 172.30.0.1, the gateway of the network; begin it after that",
                        "must be inside 172.30.0.0/16, the network of region here",
                        "must be inside 172.30.0.0/16, the network of region here",
                        "must be inside 172.30.0.0/16, the network of region here");
    }

    @Test
    void keepsApartFromOtherZonesAndPackagesButNotFromHosts() {
        var rules = rules("172.30.0.5", "172.30.0.20");

        rules.apartFrom(List.of(zone("172.30.0.1", "172.30.0.5"), zone("172.30.0.21", "172.30.0.22")));
        rules.without(List.of(
                use(AddressUse.Kind.OFFLINE_PACKAGE, "172.30.0.10"),
                use(AddressUse.Kind.HOST, "172.30.0.11"),
                use(AddressUse.Kind.NODE, "172.30.0.12"),
                use(AddressUse.Kind.PLATFORM, "172.30.0.30")));
        rules.with(List.of(Ipv4.of("172.30.0.6"), Ipv4.of("172.30.0.4")));

        assertThat(findings.all())
                .extracting("message")
                .containsExactly(
                        "overlaps zone other, which has 172.30.0.1 to 172.30.0.5; choose addresses outside of those",
                        "must not contain 172.30.0.10, which is of somebody; end the range before it or begin it after it",
                        "must contain 172.30.0.4, which a node has");
    }

    private RangeRules rules(String first, String last) {
        return new RangeRules(new AddressRange(first, last), findings);
    }

    private static AddressUse use(AddressUse.Kind kind, String address) {
        return new AddressUse(kind, "somebody", Ipv4.of(address));
    }

    private static Zone zone(String first, String last) {
        return new Zone(UUID.randomUUID(), "other", UUID.randomUUID(), first, last, Instant.EPOCH, 0L);
    }

    private static Region region() {
        var settings = new ContainerHostSettings("slipway", "172.30.0.0/16", "image");
        return new Region(UUID.randomUUID(), "here", RegionKind.CONTAINER_HOSTS, settings, Instant.EPOCH, 0L);
    }
}
