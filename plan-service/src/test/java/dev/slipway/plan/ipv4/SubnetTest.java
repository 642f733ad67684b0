package dev.slipway.plan.ipv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {
    @ParameterizedTest
    @CsvSource({
        "172.30.0.0/16, 172.30.0.0, true",
        "172.30.0.0/16, 172.30.255.255, true",
        "172.30.0.0/16, 172.31.0.0, false",
        "172.30.0.0/16, 172.29.255.255, false",
        "10.0.0.1/32, 10.0.0.1, true",
        "10.0.0.1/32, 10.0.0.2, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "128.0.0.0/1, 255.255.255.255, true",
        "128.0.0.0/1, 127.255.255.255, false"
    })
    void knowsItsAddresses(String subnet, String address, boolean contained) {
        assertThat(Subnet.of(subnet).contains(Ipv4.of(address))).isEqualTo(contained);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "172.30.0.0",
                "172.30.0.0/",
                "172.30.0.0/33",
                "172.30.0.0/-1",
                "172.30.0.1/16",
                "172.30.0/16",
                "172.30.0.0/016",
                "010.0.0.0/8",
                "256.0.0.0/8",
                "x/16",
                "::/16"
            })
    void isInCidrFormAndBeginsWithItsFirstAddress(String text) {
        assertThat(Subnet.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Subnet.of(text));
    }

    @Test
    void hasAllAddressesFromTheFirstToTheLast() {
        assertThat(Subnet.of("172.30.0.0/16").addresses()).isEqualTo(new AddressRange("172.30.0.0", "172.30.255.255"));
        assertThat(Subnet.of("0.0.0.0/0").addresses().size()).isEqualTo(1L << 32);
        assertThat(Subnet.of("255.255.255.255/32").addresses().size()).isOne();
    }

    @Test
    void leavesItsFirstAndLastAddressToNobody() {
        var subnet = Subnet.of("172.30.0.0/24");

        assertThat(subnet.usable()).isEqualTo(new AddressRange("172.30.0.1", "172.30.0.254"));
        assertThat(subnet.gateway()).hasToString("172.30.0.1");
        assertThat(subnet.size()).isEqualTo(256);
        assertThat(subnet).hasToString("172.30.0.0/24");
    }
}
