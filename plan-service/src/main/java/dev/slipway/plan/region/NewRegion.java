package dev.slipway.plan.region;

import dev.slipway.contracts.provisioning.RegionKind;
import dev.slipway.plan.ipv4.Subnet;
import dev.slipway.plan.resource.ResourceName;
import dev.slipway.plan.validation.Findings;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A region as people send it: with the settings of its kind. */
@Schema(example = NewRegion.EXAMPLE)
record NewRegion(
        @ResourceName String name,
        @NotNull(message = "must be given") RegionKind kind,

        @Schema(description = "required for the kind CONTAINER_HOSTS") @Nullable @Valid
        ContainerHostSettings containerHosts) {
    static final String EXAMPLE = """
            {
              "name": "local",
              "kind": "CONTAINER_HOSTS",
              "containerHosts": {
                "network": "slipway",
                "subnet": "172.30.0.0/16",
                "image": "slipway/container-host:latest"
              }
            }
            """;

    private static final int WIDEST = 8;
    private static final int NARROWEST = 28;

    void check(Findings findings) {
        if (findings.clean("kind")) {
            switch (kind) {
                case CONTAINER_HOSTS -> checkContainerHosts(findings);
            }
        }
    }

    private void checkContainerHosts(Findings findings) {
        if (containerHosts == null) {
            findings.add("containerHosts", "is missing: a region of the kind CONTAINER_HOSTS needs it");
        } else if (findings.clean("containerHosts.subnet")) {
            Subnet.parse(containerHosts.subnet())
                    .filter(subnet -> subnet.bits() >= WIDEST && subnet.bits() <= NARROWEST)
                    .ifPresentOrElse(
                            subnet -> {},
                            () -> findings.add(
                                    "containerHosts.subnet",
                                    "must be an IPv4 network in CIDR form, from /8 to /28, as 172.30.0.0/16"));
        }
    }

    Region toRegion(Instant now) {
        return new Region(UUID.randomUUID(), name, kind, containerHosts, now, null);
    }
}
