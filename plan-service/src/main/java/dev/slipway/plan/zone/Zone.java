package dev.slipway.plan.zone;

import dev.slipway.plan.ipv4.AddressRange;
import dev.slipway.plan.resource.Resource;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** An isolated failure domain of a region and the addresses hosts in it get. */
@Table("zone")
public record Zone(
        @Id UUID id,
        String name,
        UUID regionId,
        String firstAddress,
        String lastAddress,
        Instant createdAt,
        @Version @Nullable Long version)
        implements Resource {
    /** Returns the addresses of the zone. */
    public AddressRange range() {
        return new AddressRange(firstAddress, lastAddress);
    }

    Zone changed(NewZone asked, UUID newRegionId) {
        var range = asked.addressRange();
        return new Zone(id, asked.name(), newRegionId, range.first(), range.last(), createdAt, version);
    }
}
