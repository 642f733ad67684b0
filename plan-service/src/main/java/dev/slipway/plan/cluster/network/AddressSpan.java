package dev.slipway.plan.cluster.network;

import org.jspecify.annotations.Nullable;

/** A run of IPv4 addresses, both ends included. */
public record AddressSpan(long first, long last) {
    private static final int OCTETS = 4;

    /** Refuses a run that ends before it begins. */
    public AddressSpan {
        if (last < first) {
            throw new IllegalArgumentException("A span ends before it begins");
        }
    }

    /** Reads a single address, or nothing when the text is no IPv4 address. */
    public static @Nullable AddressSpan parse(@Nullable String address) {
        var value = address == null ? -1 : number(address);
        return value < 0 ? null : new AddressSpan(value, value);
    }

    /** Reads the run between two addresses, or nothing when one of them is no IPv4 address or they are reversed. */
    public static @Nullable AddressSpan parse(String first, String last) {
        var from = number(first);
        var to = number(last);
        return from < 0 || to < from ? null : new AddressSpan(from, to);
    }

    /** Tells whether the two runs share an address. */
    public boolean overlaps(AddressSpan other) {
        return first <= other.last && other.first <= last;
    }

    /** Counts the addresses. */
    public long size() {
        return last - first + 1;
    }

    static long number(String address) {
        var octets = address.split("\\.", -1);
        if (octets.length != OCTETS) {
            return -1;
        }
        var value = 0L;
        for (var octet : octets) {
            if (!octet.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(octet) > 0xff) {
                return -1;
            }
            value = value << Byte.SIZE | Integer.parseInt(octet);
        }
        return value;
    }

    static String text(long address) {
        return (address >> 24 & 0xff) + "." + (address >> 16 & 0xff) + "." + (address >> 8 & 0xff) + "."
                + (address & 0xff);
    }
}
