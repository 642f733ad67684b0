package dev.slipway.plan.ipv4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for all addresses, tried on many; the seed of a failure is shown and can be put in. */
class AddressPropertiesTest {
    private static final int TRIES = 2000;

    @Test
    void readsWhatItWrites() {
        each(random -> {
            var address = address(random);
            assertThat(Ipv4.parse(address.toString())).contains(address);
        });
    }

    @Test
    void comparesAsNumbersDo() {
        each(random -> {
            var first = address(random);
            var second = address(random);
            assertThat(Integer.signum(first.compareTo(second))).isEqualTo(-Integer.signum(second.compareTo(first)));
            assertThat(first.plus(second.number() - first.number())).isEqualTo(second);
        });
    }

    @Test
    void overlapsExactlyWhenAnEndIsInTheOtherRange() {
        each(random -> {
            var one = range(random);
            var other = range(random);
            var expected = one.contains(Ipv4.of(other.first())) || other.contains(Ipv4.of(one.first()));
            assertThat(one.overlaps(other)).isEqualTo(expected).isEqualTo(other.overlaps(one));
            assertThat(one.contains(other))
                    .isEqualTo(one.contains(Ipv4.of(other.first())) && one.contains(Ipv4.of(other.last())));
            assertThat(one.isValid()).isTrue();
            assertThat(one.size())
                    .isEqualTo(
                            Ipv4.of(one.last()).number() - Ipv4.of(one.first()).number() + 1);
        });
    }

    @Test
    void takesANetworkOnlyByItsFirstAddress() {
        each(random -> {
            var bits = 1 + random.nextInt(30);
            var size = 1L << (32 - bits);
            var network = new Ipv4(address(random).number() / size * size);
            var subnet = Subnet.of(network + "/" + bits);
            assertThat(subnet.size()).isEqualTo(size);
            assertThat(subnet).hasToString(network + "/" + bits);
            assertThat(subnet.usable().size()).isEqualTo(size - 2);
            assertThat(subnet.usable().contains(subnet.gateway())).isTrue();
            assertThat(Subnet.parse(network.plus(1) + "/" + bits)).isEmpty();
        });
    }

    @Test
    void overlapsExactlyWhenOneNetworkHasTheFirstAddressOfTheOther() {
        each(random -> {
            var one = subnet(random);
            var other = subnet(random);
            var expected = one.contains(other.network()) || other.contains(one.network());
            assertThat(one.overlaps(other)).isEqualTo(expected).isEqualTo(other.overlaps(one));
        });
    }

    @Test
    void liesInTheNetworkAroundIt() {
        each(random -> {
            var address = address(random);
            var network = Subnet.around(address, random.nextInt(33));
            assertThat(network.contains(address)).isTrue();
            assertThat(Subnet.parse(network.toString())).contains(network);
        });
    }

    @Test
    void refusesWhatIsNoNetworkAndNoRange() {
        for (var text :
                new String[] {"", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/x", "x/8", "::/8", "10.0.0.0/8/8"
                }) {
            assertThat(Subnet.parse(text)).as(text).isEmpty();
        }
        assertThat(Subnet.parse(null)).isEmpty();
        assertThat(new AddressRange("1.1.1.2", "1.1.1.1").isValid()).isFalse();
        assertThat(new AddressRange("x", "1.1.1.1").isValid()).isFalse();
    }

    private static void each(Consumer<Random> property) {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var count = 0; count < TRIES; count++) {
            try {
                property.accept(random);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static Ipv4 address(Random random) {
        return new Ipv4(random.nextLong(1L << 32));
    }

    private static Subnet subnet(Random random) {
        return Subnet.around(address(random), random.nextInt(12));
    }

    private static AddressRange range(Random random) {
        var start = random.nextLong(1000);
        return new AddressRange(new Ipv4(start).toString(), new Ipv4(start + random.nextLong(300)).toString());
    }
}
