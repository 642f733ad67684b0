package dev.slipway.plan.cluster.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.plan.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.1/24",
                "10.0.0/24",
                "256.0.0.0/8",
                "a.b.c.d/8",
                "10.0.0.0/08",
                "010.0.0.0/8",
                "10.0.0.0/24/1",
                "fd00::/64",
                "10.0.0.0/-1"
            })
    void readsNothingFromWhatIsNoNetwork(String text) {
        assertThat(Cidr.parse(text)).isNull();
    }

    @Test
    void knowsItsAddresses() {
        var cidr = Cidr.parse("172.30.0.0/16");

        assertThat(cidr.span().size()).isEqualTo(65536);
        assertThat(cidr.firstHost()).isEqualTo("172.30.0.1");
        assertThat(cidr).hasToString("172.30.0.0/16");
    }

    @Test
    void holdsTheWholeOfIpv4() {
        assertThat(Cidr.parse("0.0.0.0/0").span().size()).isEqualTo(1L << 32);
        assertThat(Cidr.parse("255.255.255.255/32").span().size()).isOne();
    }

    @Test
    void refusesHostBits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cidr(1, 24));
        assertThatIllegalArgumentException().isThrownBy(() -> new AddressSpan(2, 1));
    }

    @Test
    void readsBackWhatItWrites() {
        Samples.check(random -> {
            var prefix = random.nextInt(33);
            var size = 1L << (32 - prefix);
            var cidr = new Cidr(random.nextLong(1L << 32) / size * size, prefix);

            assertThat(Cidr.parse(cidr.toString())).isEqualTo(cidr);
        });
    }

    @Test
    void overlapsExactlyWhenOneHoldsTheBaseOfTheOther() {
        Samples.check(random -> {
            var one = network(random);
            var other = network(random);
            var contained = holds(one, other) || holds(other, one);

            assertThat(one.span().overlaps(other.span())).isEqualTo(contained);
            assertThat(other.span().overlaps(one.span())).isEqualTo(contained);
        });
    }

    @Test
    void readsSpansOfAddresses() {
        assertThat(AddressSpan.parse("10.0.0.1", "10.0.0.10").size()).isEqualTo(10);
        assertThat(AddressSpan.parse("10.0.0.10", "10.0.0.1")).isNull();
        assertThat(AddressSpan.parse("nowhere", "10.0.0.1")).isNull();
        assertThat(AddressSpan.parse("host.example")).isNull();
        assertThat(AddressSpan.parse("10.0.0.7").size()).isOne();
    }

    private static boolean holds(Cidr outer, Cidr inner) {
        return outer.span().first() <= inner.base()
                && inner.base() <= outer.span().last();
    }

    private static Cidr network(java.util.Random random) {
        var prefix = 4 + random.nextInt(8);
        var size = 1L << (32 - prefix);
        return new Cidr(random.nextLong(1L << 32) / size * size, prefix);
    }
}
