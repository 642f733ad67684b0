package dev.slipway.installation.preflight;

import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.installation.fixture.Installations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkOverlapsTest {
    private static final NodeTarget NODE = worker("a");

    @ParameterizedTest
    @CsvSource({
        "eth0 10.96.3.7/24, a Service network",
        "eth0 10.244.3.7/24, a pod network",
        "bond0.7 10.244.0.1/32, a pod network",
        "eth0 10.245.0.5/15, a pod network"
    })
    void refusesANetworkThatTheHostIsIn(String address, String kind) {
        assertThat(findings(Facts.fit().with("address", "eth1 192.0.2.7/24", address)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.message()).endsWith("the host's own network (" + address + ")");
                    assertThat(finding.advice()).contains(kind);
                });
    }

    @Test
    void namesBothNetworksWhereTheHostsNetworkHoldsThem() {
        assertThat(findings(Facts.fit().with("address", "eth0 10.0.0.11/8").with("route", "0000000A 000000FF")))
                .extracting(Finding::message)
                .containsExactlyInAnyOrder(
                        "10.244.0.0/16 shares addresses with the host's own network (eth0 10.0.0.11/8)",
                        "10.96.0.0/16 shares addresses with the host's own network (eth0 10.0.0.11/8)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lo 127.0.0.1/8", "cni0 10.244.1.1/24", "flannel.1 10.244.1.0/32", "eth0 10.243.255.1/16"})
    void acceptsOtherNetworksAndThoseOfTheClusterItself(String address) {
        assertThat(findings(Facts.fit().with("address", address))).isEmpty();
    }

    @Test
    void refusesANameServerAmongTheServices() {
        assertThat(findings(Facts.fit().with("nameserver", "192.0.2.53", "10.96.0.53", "2001:db8::53")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isTrue())
                .extracting(Finding::message)
                .isEqualTo("10.96.0.0/16 has the address of name server 10.96.0.53");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000A 000000FF, 2",
        "0007F40A 00FFFFFF, 1",
        "00000000 00000000, 0",
        "0000600A 0000FFFF, 0",
        "0000A8C0 00FFFFFF, 0"
    })
    void warnsOfWhatMayBeBehindARoute(String route, int warnings) {
        assertThat(findings(Facts.fit().with("route", route, route)))
                .hasSize(warnings)
                .noneMatch(Finding::isError);
    }

    private static List<Finding> findings(Facts facts) {
        var requirements = new Requirements(Installations.anInstallation(), "amd64", ReviewTest.LIMITS);
        return new NetworkOverlaps(requirements, NODE, facts.on(NODE).parsed())
                .findings()
                .toList();
    }
}
