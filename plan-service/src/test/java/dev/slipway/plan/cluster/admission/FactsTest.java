package dev.slipway.plan.cluster.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.cluster.rule.UsedNetwork;
import dev.slipway.plan.cluster.supply.RegionSubnet;
import dev.slipway.plan.ipv4.AddressRange;
import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.ipv4.NetworkUse;
import dev.slipway.plan.ipv4.Subnet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final String OWN = "the platform's own machine";

    @Test
    void keepsClearOfTheNetworksThePlatformIsIn() {
        var uses = List.of(
                new AddressUse(AddressUse.Kind.PLATFORM, OWN, Ipv4.of("192.168.7.5")),
                new AddressUse(AddressUse.Kind.PLATFORM, OWN, Ipv4.of("10.9.9.9")),
                new AddressUse(AddressUse.Kind.OFFLINE_PACKAGE, "the package", Ipv4.of("192.168.7.6")),
                new AddressUse(AddressUse.Kind.HOST, "host node", Ipv4.of("192.168.7.7")));
        var networks = List.of(new NetworkUse(OWN, Subnet.of("192.168.7.0/24")));
        var subnets = List.of(new RegionSubnet("local", "172.30.0.0/16"), new RegionSubnet("odd", "nowhere"));

        assertThat(Facts.platform(uses, networks, subnets))
                .containsExactlyInAnyOrder(
                        used(
                                "the network 192.168.7.0/24 of the platform's own machine",
                                "192.168.7.0",
                                "192.168.7.255"),
                        used("the platform's own machine (10.9.9.9)", "10.9.9.9", "10.9.9.9"),
                        used("the package (192.168.7.6)", "192.168.7.6", "192.168.7.6"),
                        used("the subnet 172.30.0.0/16 of the region local", "172.30.0.0", "172.30.255.255"));
    }

    private static UsedNetwork used(String user, String first, String last) {
        return new UsedNetwork(user, new AddressRange(first, last));
    }
}
