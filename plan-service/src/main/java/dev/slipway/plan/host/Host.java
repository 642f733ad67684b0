package dev.slipway.plan.host;

import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.plan.resource.Resource;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A machine that somebody registered.
 *
 * @param clusterId the cluster that uses it
 * @param clusterName that cluster's name
 * @param hostKey the SSH key it showed at first contact, in OpenSSH form
 */
@Table("host")
public record Host(
        @Id UUID id,
        String name,
        String address,
        int port,
        UUID credentialId,
        HostProfile profile,
        @Nullable UUID clusterId,
        @Nullable String clusterName,
        @Nullable String hostKey,
        Instant createdAt,
        @Version @Nullable Long version)
        implements Resource {}
