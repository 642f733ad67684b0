package dev.slipway.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostNamesTest {
    @Test
    void hostsAreNamedByTheirNetwork() {
        HostNames names = new HostNames("slipway", List.of("slipway", "bridge"));

        assertThat(names.has("slipway-demo-1")).isTrue();
        assertThat(names.has("slipway")).isFalse();
        assertThat(names.has("slipwaydemo-1")).isFalse();
        assertThat(names.has("other-slipway-1")).isFalse();
    }

    @Test
    void aNetworkWhoseNameGoesOnKeepsItsHosts() {
        HostNames names = new HostNames("slipway", List.of("slipway", "slipway-second"));

        assertThat(names.has("slipway-second-demo-1")).isFalse();
        assertThat(names.has("slipway-seconds-1")).isTrue();
        assertThat(new HostNames("slipway-second", List.of("slipway", "slipway-second")).has("slipway-second-demo-1"))
                .isTrue();
    }

    @Test
    void aNetworkIsReadFromTheEnginesLine() {
        assertThat(DockerNetwork.of("slipway true true 172.30.0.0/16 fd00::/64\n"))
                .isEqualTo(new DockerNetwork("slipway", true, true, List.of("172.30.0.0/16", "fd00::/64")));
        assertThat(DockerNetwork.of("host false false\n"))
                .isEqualTo(new DockerNetwork("host", false, false, List.of()));
    }
}
