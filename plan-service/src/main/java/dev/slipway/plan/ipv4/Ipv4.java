package dev.slipway.plan.ipv4;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv4.IPv4Address;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 address.
 *
 * @param number the address as unsigned number, which is how addresses are compared and counted
 */
public record Ipv4(long number) implements Comparable<Ipv4> {
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowPrefix(false)
            .allowMask(false)
            .allowIPv6(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowLeadingZeros(false)
            .getParentBuilder()
            .toParams();

    /** Reads an address in its usual form of four numbers; empty if the text is anything else. */
    public static Optional<Ipv4> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var address = new IPAddressString(text, STRICT).getAddress();
        return Optional.ofNullable(address).map(found -> new Ipv4(found.toIPv4().longValue()));
    }

    /** Reads an address that was checked before. */
    public static Ipv4 of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no IPv4 address"));
    }

    /** Returns whether a machine can have this address and be reached at it by others. */
    public boolean isReachable() {
        var address = address();
        return !(address.isAnyLocal()
                || address.isLoopback()
                || address.isMulticast()
                || address.isLinkLocal()
                || number >= 0xF000_0000L
                || number < 0x0100_0000L);
    }

    /** Returns the address that is so many further on. */
    public Ipv4 plus(long distance) {
        return new Ipv4(number + distance);
    }

    @Override
    public int compareTo(Ipv4 other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return address().toCanonicalString();
    }

    private IPv4Address address() {
        return new IPv4Address((int) number);
    }
}
