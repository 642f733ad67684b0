package dev.slipway.plan.cluster.network;

import org.jspecify.annotations.Nullable;

/** An IPv4 network in CIDR form, without host bits. */
public record Cidr(long base, int prefix) {
    private static final int BITS = 32;

    /** Refuses a prefix out of range and an address inside the network instead of its first one. */
    public Cidr {
        if (prefix < 0 || prefix > BITS || base < 0 || base >= 1L << BITS || base % (1L << (BITS - prefix)) != 0) {
            throw new IllegalArgumentException("Not a network");
        }
    }

    /** Reads a network such as 10.244.0.0/16, or nothing when the text is none. */
    public static @Nullable Cidr parse(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("0|[1-9][0-9]?")) {
            return null;
        }
        var base = AddressSpan.number(parts[0]);
        var prefix = Integer.parseInt(parts[1]);
        var valid = base >= 0 && prefix <= BITS && base % (1L << (BITS - prefix)) == 0;
        return valid ? new Cidr(base, prefix) : null;
    }

    /** Returns all addresses of the network. */
    public AddressSpan span() {
        return new AddressSpan(base, base + (1L << (BITS - prefix)) - 1);
    }

    /** Returns the address after the network's own, where the bridge of a container network answers. */
    public String firstHost() {
        return AddressSpan.text(base + 1);
    }

    @Override
    public String toString() {
        return AddressSpan.text(base) + "/" + prefix;
    }
}
