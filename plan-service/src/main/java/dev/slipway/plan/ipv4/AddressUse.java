package dev.slipway.plan.ipv4;

/**
 * An address somebody has.
 *
 * @param kind what has it
 * @param user its name, for messages
 */
public record AddressUse(Kind kind, String user, Ipv4 address) {
    /** Who can have an address. */
    public enum Kind {
        PLATFORM,
        OFFLINE_PACKAGE,
        HOST,
        NODE
    }

    /** Returns whether the platform or a package has it, which are never moved for the sake of a host. */
    public boolean isFixed() {
        return kind == Kind.PLATFORM || kind == Kind.OFFLINE_PACKAGE;
    }
}
