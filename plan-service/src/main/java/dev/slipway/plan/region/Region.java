package dev.slipway.plan.region;

import dev.slipway.contracts.provisioning.RegionKind;
import dev.slipway.plan.ipv4.Subnet;
import dev.slipway.plan.resource.Resource;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One independent place where hosts are made: a kind, and the settings of exactly that kind.
 *
 * @param containerHosts set when the kind is CONTAINER_HOSTS
 */
@Table("region")
public record Region(
        @Id UUID id,
        String name,
        RegionKind kind,
        @Nullable ContainerHostSettings containerHosts,
        Instant createdAt,
        @Version @Nullable Long version)
        implements Resource {
    /** Returns the network that the region's hosts have their addresses in. */
    public Subnet subnet() {
        return switch (kind) {
            case CONTAINER_HOSTS ->
                Subnet.of(Objects.requireNonNull(containerHosts).subnet());
        };
    }

    Region changed(NewRegion asked) {
        return new Region(id, asked.name(), asked.kind(), asked.containerHosts(), createdAt, version);
    }
}
