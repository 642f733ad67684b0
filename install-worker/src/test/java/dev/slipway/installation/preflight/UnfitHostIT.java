package dev.slipway.installation.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.installation.fixture.ContainerHost;
import dev.slipway.installation.fixture.SshKey;
import dev.slipway.toolkit.temporal.Failures;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.containers.Network;

/** Spoils a real host in one way after the other, and mends it again. */
class UnfitHostIT {
    private static final SshKey KEY = SshKey.generate();
    private static final Network NETWORK = Network.newNetwork();
    private static final ContainerHost HOST = new ContainerHost("cp-1", NETWORK, KEY);

    private final PreflightWorker worker = new PreflightWorker(Duration.ofSeconds(5), HOST);

    @BeforeAll
    static void startHost() {
        HOST.start();
        HOST.hostKey();
    }

    @AfterAll
    static void stopHost() {
        HOST.stop();
        NETWORK.close();
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ip route show default > /run/route; ip route del default"
                        + "| ip route add $(cat /run/route)"
                        + "| there is no default route.*ip route add 10.96.0.0/16 dev eth0",
                "cp /etc/resolv.conf /run/resolver; echo search example > /etc/resolv.conf"
                        + "| cat /run/resolver > /etc/resolv.conf"
                        + "| /etc/resolv.conf names no name server",
                "cp /etc/resolv.conf /run/resolver; echo nameserver 127.0.0.53 > /etc/resolv.conf"
                        + "| cat /run/resolver > /etc/resolv.conf"
                        + "| names a server on the host itself",
                "ip address add 10.244.7.1/24 dev eth0"
                        + "| ip address delete 10.244.7.1/24 dev eth0"
                        + "| 10.244.0.0/16 shares addresses with the host's own network",
                "systemd-run --unit=taken python3 -m http.server 10247;"
                        + " until [ -n \"$(ss -Hltn sport = :10247)\" ]; do sleep 0.1; done"
                        + "| systemctl stop taken"
                        + "| TCP port 10247 is in use",
                "mkdir -p /var/lib/containerd/io.containerd.content.v1.content"
                        + "| rm -r /var/lib/containerd"
                        + "| earlier cluster.*: /var/lib/containerd .*a reset would delete it all"
            })
    void tellsWhatToMendAndThenGoesOn(String spoil, String mend, String line) {
        HOST.run(spoil);

        Throwable failure = catchThrowable(() -> worker.preflight(node(HOST.address(), HostProfile.CONTAINER)));

        HOST.run(mend);
        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.PREFLIGHT_FAILED);
        assertThat(worker.planService().log())
                .filteredOn(finding -> finding.startsWith("cp-1 "))
                .singleElement()
                .asString()
                .containsPattern("ERROR.*" + line);
        worker.preflight(node(HOST.address(), HostProfile.CONTAINER));
    }

    @Test
    void refusesAHostBehindAddressTranslation() {
        assertThat(catchThrowable(() -> worker.preflight(node("203.0.113.9", HostProfile.CONTAINER))))
                .isNotNull();

        assertThat(worker.planService().log())
                .anyMatch(line ->
                        line.contains("no interface has the registered address 203.0.113.9, only " + HOST.address()));
    }

    @Test
    void refusesAContainerThatIsRegisteredAsAMachine() {
        assertThat(catchThrowable(() -> worker.preflight(node(HOST.address(), HostProfile.STANDARD))))
                .isNotNull();

        assertThat(worker.planService().log())
                .anyMatch(line -> line.matches("cp-1 .*ERROR .*the host is a container \\(docker\\) .*"));
    }

    @Test
    void goesOnWithAFirewallAndTellsWhichPortsToOpen() {
        HOST.run("mkdir -p /etc/ufw && echo ENABLED=yes > /etc/ufw/ufw.conf && ln -s /bin/true /usr/sbin/ufw");

        worker.preflight(node(HOST.address(), HostProfile.CONTAINER));

        assertThat(worker.planService().log())
                .anyMatch(line -> line.matches("cp-1 .*WARNING .*ufw is active .*open TCP 6443, 2379-2380, 10250.*"));
        HOST.run("rm /etc/ufw/ufw.conf /usr/sbin/ufw");
    }

    private static NodeTarget node(String address, HostProfile profile) {
        return new NodeTarget("cp-1", NodeRole.CONTROL_PLANE, address, 22, profile);
    }
}
