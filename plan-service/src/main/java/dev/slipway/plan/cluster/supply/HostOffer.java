package dev.slipway.plan.cluster.supply;

import dev.slipway.contracts.installation.HostProfile;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered host as clusters see it.
 *
 * @param cluster name of the cluster that uses it
 * @param hostKey the key pinned at first use
 */
public record HostOffer(
        UUID id,
        String name,
        String address,
        int port,
        HostProfile profile,
        @Nullable String cluster,
        @Nullable String hostKey) {}
