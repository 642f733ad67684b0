package dev.slipway.plan.zone;

import dev.slipway.plan.ipv4.AddressRange;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.resource.ResourceName;
import dev.slipway.plan.validation.Findings;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * A zone as people send it.
 *
 * @param region name of the region it is a part of
 */
@Schema(example = NewZone.EXAMPLE)
record NewZone(
        @ResourceName String name,

        @Schema(description = "name of the region it is a part of") @NotNull(message = "must be given")
        String region,

        @NotNull(message = "must be given") AddressRange addressRange) {
    static final String EXAMPLE = """
            {
              "name": "zone-a",
              "region": "local",
              "addressRange": {"first": "172.30.1.10", "last": "172.30.1.99"}
            }
            """;

    void check(Findings findings) {
        if (!findings.clean("addressRange")) {
            return;
        }
        if (Ipv4.parse(addressRange.first()).isEmpty()) {
            findings.add("addressRange.first", "must be an IPv4 address");
        }
        if (Ipv4.parse(addressRange.last()).isEmpty()) {
            findings.add("addressRange.last", "must be an IPv4 address");
        }
        if (findings.clean("addressRange") && !addressRange.isValid()) {
            findings.add("addressRange.last", "must not be before the first address");
        }
    }

    Zone toZone(UUID regionId, Instant now) {
        return new Zone(UUID.randomUUID(), name, regionId, addressRange.first(), addressRange.last(), now, null);
    }
}
