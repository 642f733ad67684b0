package dev.slipway.plan.cluster;

import dev.slipway.plan.cluster.spec.ClusterSpec;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as it is wanted, and its phase.
 *
 * @param sources what it is made from
 * @param description what people note about it; nothing is made of it
 * @param sshPublicKey opens the hosts made for the cluster, once they are reserved
 * @param version grows with every change
 */
public record Cluster(
        UUID id,
        String name,
        ClusterPhase phase,
        ClusterSpec spec,
        ClusterSources sources,
        @Nullable String description,
        @Nullable String sshPublicKey,
        Instant createdAt,
        long version) {
    /** Returns a cluster that is about to be created. */
    public static Cluster creating(UUID id, ClusterSpec spec, ClusterSources sources, Instant now) {
        return new Cluster(id, spec.name(), ClusterPhase.CREATING, spec, sources, null, null, now, 0);
    }
}
