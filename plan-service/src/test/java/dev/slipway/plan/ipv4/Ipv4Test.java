package dev.slipway.plan.ipv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4Test {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4/24",
                "1.2.3.*",
                "1.2.3.1-4",
                "*",
                "::1",
                "host",
                "0x1.2.3.4"
            })
    void readsNothingButFourNumbers(String text) {
        assertThat(Ipv4.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Ipv4.of(text));
    }

    @Test
    void readsAndWritesTheUsualForm() {
        assertThat(Ipv4.of("172.30.0.10")).hasToString("172.30.0.10").isEqualTo(new Ipv4(0xAC1E000AL));
        assertThat(Ipv4.of("255.255.255.255").number()).isEqualTo(0xFFFFFFFFL);
        assertThat(Ipv4.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "127.0.0.1",
                "127.9.9.9",
                "224.0.0.1",
                "169.254.1.1",
                "255.255.255.255",
                "240.0.0.1"
            })
    void knowsWhatNoOtherMachineCanReach(String text) {
        assertThat(Ipv4.of(text).isReachable()).isFalse();
        assertThat(Ipv4.of("172.30.0.10").isReachable()).isTrue();
    }
}
