package dev.slipway.plan.host.registration;

import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.plan.endpoint.View;
import dev.slipway.plan.host.Host;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A host as it is shown.
 *
 * @param cluster name of the cluster that uses it
 * @param hostKey fingerprint of its pinned SSH key
 */
record HostView(
        UUID id,
        String name,
        String address,
        int port,
        String credential,
        HostProfile profile,
        @Nullable String cluster,
        @Nullable String hostKey,
        Instant createdAt,
        long version)
        implements View {
    static HostView from(Host host, Map<UUID, String> credentials) {
        return new HostView(
                host.id(),
                host.name(),
                host.address(),
                host.port(),
                credentials.getOrDefault(host.credentialId(), ""),
                host.profile(),
                host.clusterName(),
                Fingerprint.of(host.hostKey()),
                host.createdAt(),
                Objects.requireNonNull(host.version()));
    }
}
