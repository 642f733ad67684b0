package dev.slipway.installation.preflight;

import static dev.slipway.installation.fixture.Installations.controlPlane;
import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.installation.fixture.Installations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkChecksTest {
    private static final NodeTarget NODE = worker("a");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.53", "127.0.0.1", "::1"})
    void refusesANameServerOnTheHostItself(String server) {
        assertThat(findings(Facts.fit().with("nameserver", "192.0.2.53", server)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isTrue())
                .extracting(Finding::message)
                .isEqualTo("/etc/resolv.conf names a server on the host itself, so CoreDNS would ask itself and stop");
    }

    @ParameterizedTest
    @CsvSource({
        "00000000 00000000, true",
        "0000600A 0000FFFF, true",
        "0000000A 000000FF, true",
        "0000610A 0000FFFF, false",
        "0000A8C0 00FFFFFF, false",
        "0100600A FFFFFFFF, false"
    })
    void wantsARouteToServices(String route, boolean enough) {
        List<Finding> findings = findings(Facts.fit().with("route", route));

        assertThat(findings.isEmpty()).isEqualTo(enough);
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.advice()).endsWith("ip route add 10.96.0.0/16 dev eth0"));
    }

    @Test
    void findsAHostWithoutAnyRoute() {
        assertThat(findings(Facts.fit().with("route")))
                .singleElement()
                .extracting(Finding::isError)
                .isEqualTo(true);
    }

    @Test
    void wantsTheRegisteredAddressOnAnInterface() {
        assertThat(findings(Facts.fit().with("address", "lo 127.0.0.1/8", "eth0 10.0.0.5/24", "eth1 10.0.1.5/24")))
                .singleElement()
                .extracting(Finding::isError, Finding::message)
                .containsExactly(
                        true,
                        "no interface has the registered address %s, only 10.0.0.5, 10.0.1.5"
                                .formatted(NODE.address()));
        assertThat(findings(Facts.fit().with("address")))
                .singleElement()
                .extracting(Finding::advice)
                .isEqualTo("install iproute2");
    }

    @Test
    void warnsOfAFirewallWithThePortsToOpen() {
        Facts guarded = Facts.fit().with("firewall", "ufw");

        assertThat(findings(guarded)).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isFalse();
            assertThat(finding.advice()).startsWith("open TCP 10250, 30000-32767 and UDP 8472 for the other nodes");
        });
        assertThat(new HostPorts(Installations.anInstallation(), controlPlane("b")).reachable())
                .isEqualTo("TCP 6443, 2379-2380, 10250, 30000-32767 and UDP 8472");
    }

    private static List<Finding> findings(Facts facts) {
        var requirements = new Requirements(Installations.anInstallation(), "amd64", ReviewTest.LIMITS);
        return new NetworkChecks(requirements, NODE, facts.on(NODE).parsed())
                .findings()
                .toList();
    }
}
