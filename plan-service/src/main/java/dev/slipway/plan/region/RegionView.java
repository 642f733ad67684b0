package dev.slipway.plan.region;

import dev.slipway.contracts.provisioning.RegionKind;
import dev.slipway.plan.endpoint.View;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A region as it is shown. */
record RegionView(
        UUID id,
        String name,
        RegionKind kind,
        @Nullable ContainerHostSettings containerHosts,
        Instant createdAt,
        long version)
        implements View {
    static RegionView from(Region region) {
        return new RegionView(
                region.id(),
                region.name(),
                region.kind(),
                region.containerHosts(),
                region.createdAt(),
                Objects.requireNonNull(region.version()));
    }
}
