package dev.slipway.plan.zone;

import dev.slipway.plan.endpoint.View;
import dev.slipway.plan.ipv4.AddressRange;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A zone as it is shown, with the name of its region and how its addresses stand. */
record ZoneView(
        UUID id,
        String name,
        String region,
        AddressRange addressRange,
        ZoneAddresses addresses,
        Instant createdAt,
        long version)
        implements View {
    static ZoneView from(Zone zone, Map<UUID, String> regions, ZoneAddresses addresses) {
        return new ZoneView(
                zone.id(),
                zone.name(),
                regions.getOrDefault(zone.regionId(), ""),
                zone.range(),
                addresses,
                zone.createdAt(),
                Objects.requireNonNull(zone.version()));
    }
}
