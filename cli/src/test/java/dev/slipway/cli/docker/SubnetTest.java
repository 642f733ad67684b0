package dev.slipway.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.failure.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {
    @ParameterizedTest
    @ValueSource(strings = {"172.30.0.0/16", "172.30.7.0/24", "172.16.0.0/12", "172.30.255.255/32", "0.0.0.0/0"})
    void addressesInCommonAreAnOverlap(String other) {
        assertThat(network(other).overlaps("172.30.0.0/16")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"172.31.0.0/16", "172.29.255.0/24", "10.0.0.0/8", "192.168.0.0/16", "fd00::/64"})
    void addressesOfOnlyOneAreNone(String other) {
        assertThat(network(other).overlaps("172.30.0.0/16")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"172.31.0.0/16, 172.30.0.0/16", "172.16.0.0/12, 10.213.0.0/16"})
    void otherAddressesAreNamedThatNoNetworkHas(String taken, String other) {
        assertThat(new TakenSubnet(taken, List.of(network(taken))).problem())
                .hasValueSatisfying(problem -> assertThat(problem.waysOut())
                        .containsExactly(
                                "take others: SLIPWAY_SUBNET=" + other + " ./slipway up",
                                "or remove it when nothing needs it: docker network rm other"));
    }

    @Test
    void addressesThatTheEngineRefusesAreToldAlsoWhereNoNetworkHasThem() {
        Exception cause = new IllegalStateException("Pool overlaps");

        ProblemException problem = new TakenSubnet("10.1.0.0/16", List.of(network("172.31.0.0/16"))).refused(cause);

        assertThat(problem)
                .hasMessage("Docker does not give the addresses 10.1.0.0/16 to the hosts' network: something has them")
                .hasCause(cause);
        assertThat(problem.waysOut()).containsExactly("take others: SLIPWAY_SUBNET=172.30.0.0/16 ./slipway up");
    }

    private static DockerNetwork network(String subnet) {
        return new DockerNetwork("other", true, false, List.of(subnet));
    }
}
