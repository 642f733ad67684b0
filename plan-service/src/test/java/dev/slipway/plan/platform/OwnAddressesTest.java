package dev.slipway.plan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.ipv4.NetworkUse;
import dev.slipway.plan.ipv4.Subnet;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnAddressesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OwnAddresses own = new OwnAddresses();

    @Test
    void knowsTheNetworksThatItsAddressesAreIn() {
        var networks = own.networks().map(NetworkUse::network).collectList().block(PATIENCE);

        assertThat(networks).contains(Subnet.of("127.0.0.0/8"));
        assertThat(own.uses().collectList().block(PATIENCE))
                .isNotEmpty()
                .allSatisfy(use -> assertThat(networks).anyMatch(network -> network.contains(use.address())));
    }
}
