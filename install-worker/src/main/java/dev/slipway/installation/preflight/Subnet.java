package dev.slipway.installation.preflight;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * A network of IPv4 addresses.
 *
 * @param address the first address in it
 * @param mask has the bits set that all its addresses share
 */
record Subnet(int address, int mask) {
    Subnet {
        address &= mask;
    }

    private static final int BITS = 32;
    private static final int HEXADECIMAL = 16;

    /** Reads an address with its prefix length, such as 10.0.0.7/24; without one it is alone. */
    static Subnet parse(String cidr) {
        String[] parts = cidr.split("/", 2);
        int length = parts.length == 1 ? BITS : Integer.parseInt(parts[1]);
        return new Subnet(number(parts[0]), length == 0 ? 0 : -1 << (BITS - length));
    }

    /**
     * Reads destination and mask as the kernel's table of routes has them: little endian, as all that we install on.
     */
    static Subnet ofRoute(String route) {
        String[] parts = route.split(" ", 2);
        return new Subnet(fromKernel(parts[0]), fromKernel(parts[1]));
    }

    private static int fromKernel(String hexadecimal) {
        return Integer.reverseBytes(Integer.parseUnsignedInt(hexadecimal, HEXADECIMAL));
    }

    private static int number(String address) {
        return ByteBuffer.wrap(InetAddress.ofLiteral(address).getAddress()).getInt();
    }

    boolean contains(String other) {
        return contains(number(other));
    }

    /** Tells whether the other network begins in this one. */
    boolean contains(Subnet other) {
        return contains(other.address);
    }

    /** Tells whether an address is in both. */
    boolean overlaps(Subnet other) {
        return contains(other) || other.contains(this);
    }

    /** Tells whether it is every address, as a default route has it. */
    boolean isEverything() {
        return mask == 0;
    }

    @Override
    public String toString() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt(address).array();
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + Integer.bitCount(mask);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean contains(int other) {
        return ((address ^ other) & mask) == 0;
    }
}
