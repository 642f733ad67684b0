package dev.slipway.plan.ipv4;

import inet.ipaddr.IPAddressString;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network in CIDR form.
 *
 * @param network its first address
 * @param bits length of the prefix
 */
public record Subnet(Ipv4 network, int bits) {
    private static final int ADDRESS_BITS = 32;

    /** Reads CIDR form; empty if the text is anything else or the address is not the network's first. */
    public static Optional<Subnet> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]|[12][0-9]|3[0-2]")) {
            return Optional.empty();
        }
        var block = new IPAddressString(text).getAddress();
        if (block == null || !block.isPrefixBlock()) {
            return Optional.empty();
        }
        var bits = Integer.parseInt(text.substring(slash + 1));
        return Ipv4.parse(text.substring(0, slash)).map(network -> new Subnet(network, bits));
    }

    /** Reads CIDR form that was checked before. */
    public static Subnet of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no IPv4 network"));
    }

    /** Returns the network of that prefix length in which the address is. */
    public static Subnet around(Ipv4 address, int bits) {
        var size = 1L << (ADDRESS_BITS - bits);
        return new Subnet(new Ipv4(address.number() / size * size), bits);
    }

    /** Returns how many addresses the network has, with those no machine can have. */
    public long size() {
        return 1L << (ADDRESS_BITS - bits);
    }

    /** Returns whether the address is one of the network's. */
    public boolean contains(Ipv4 address) {
        return network.number() <= address.number() && address.number() < network.number() + size();
    }

    /** Returns whether the networks share an address. */
    public boolean overlaps(Subnet other) {
        return addresses().overlaps(other.addresses());
    }

    /** Returns all its addresses, with those no machine can have. */
    public AddressRange addresses() {
        return new AddressRange(network.toString(), network.plus(size() - 1).toString());
    }

    /** Returns the address of the network's bridge or router: the first after the network's own. */
    public Ipv4 gateway() {
        return network.plus(1);
    }

    /** Returns the addresses a machine can have, with the gateway's. */
    public AddressRange usable() {
        return new AddressRange(gateway().toString(), network.plus(size() - 2).toString());
    }

    @Override
    public String toString() {
        return network + "/" + bits;
    }
}
