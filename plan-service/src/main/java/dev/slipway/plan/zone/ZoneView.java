package dev.slipway.plan.zone;

import dev.slipway.plan.endpoint.View;
import dev.slipway.plan.ipv4.AddressRange;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A zone as it is shown, with the name of its region. */
record ZoneView(UUID id, String name, String region, AddressRange addressRange, Instant createdAt, long version)
        implements View {
    static ZoneView from(Zone zone, Map<UUID, String> regions) {
        return new ZoneView(
                zone.id(),
                zone.name(),
                regions.getOrDefault(zone.regionId(), ""),
                zone.range(),
                zone.createdAt(),
                Objects.requireNonNull(zone.version()));
    }
}
