package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.network.AddressSpan;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Addresses in use, and by what, for the message. */
public record UsedNetwork(String user, AddressSpan span) {
    /** Returns the use of addresses that could be read, nothing for others. */
    public static Stream<UsedNetwork> of(String user, @Nullable AddressSpan span) {
        return span == null ? Stream.empty() : Stream.of(new UsedNetwork(user, span));
    }
}
