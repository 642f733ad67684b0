package dev.slipway.plan.offlinepackage.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.ipv4.Subnet;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageNetworksTest {
    private final PackageNetworks networks = new PackageNetworks(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"172.30.0.10", "10.1.2.3", "192.168.1.5", "8.8.8.8"})
    void allowsWhereHostsReachAPackage(String host) {
        assertThat(networks.fault(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "localhost",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "0",
                "169.254.169.254",
                "168.63.129.16",
                "100.100.100.200",
                "192.0.0.192",
                "224.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[fe80::1]",
                "[fd00:ec2::254]",
                "[64:ff9b::7f00:1]"
            })
    void refusesWhatOnlyThisMachineReaches(String host) {
        assertThat(networks.fault(host)).get().asString().contains("give the IPv4 address at which hosts reach");
    }

    @Test
    void allowsTheNetworksThePlatformWasGiven() throws Exception {
        var own = new PackageNetworks(List.of(Subnet.of("127.0.0.8/29"), Subnet.of("169.254.7.0/24")));

        assertThat(own.fault("127.0.0.8")).isEmpty();
        assertThat(own.fault("169.254.7.255")).isEmpty();
        assertThat(own.fault("127.0.0.16")).isPresent();
        assertThat(own.fault("169.254.8.0")).isPresent();
        assertThat(own.allows(InetAddress.getByName("127.0.0.15"))).isTrue();
    }

    @Test
    void hasNothingAgainstANameNobodyKnowsYet() {
        assertThat(networks.fault("package.invalid")).isEmpty();
    }
}
