package dev.slipway.plan.region;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * How containers on this machine become hosts.
 *
 * @param network name of the Docker network they join
 * @param subnet of that network, in CIDR form
 * @param image the container host image
 */
public record ContainerHostSettings(
        @Schema(description = "name of the Docker network that hosts join")
        @NotNull(message = "must be given")
        @Pattern(regexp = "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$", message = "must be the name of a Docker network")
        String network,

        @Schema(description = "of that network, in CIDR form, from /8 to /28") @NotNull(message = "must be given")
        String subnet,

        @Schema(description = "the container host image")
        @NotNull(message = "must be given")
        @Pattern(regexp = "^[a-z0-9][a-z0-9._/:@-]{0,254}$", message = "must be the name of an image")
        String image) {}
