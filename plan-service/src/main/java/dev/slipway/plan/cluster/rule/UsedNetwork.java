package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.ipv4.AddressRange;
import java.util.stream.Stream;

/** Addresses in use, and by what, for the message. */
public record UsedNetwork(String user, AddressRange addresses) {
    /** Returns the use of addresses that could be read, nothing for others. */
    public static Stream<UsedNetwork> of(String user, AddressRange addresses) {
        return addresses.isValid() ? Stream.of(new UsedNetwork(user, addresses)) : Stream.empty();
    }
}
