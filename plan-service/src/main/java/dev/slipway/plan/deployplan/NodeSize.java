package dev.slipway.plan.deployplan;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How large a host is; the least depends on its role. */
public record NodeSize(
        @Schema(description = "2 or more for control plane nodes", minimum = "1", requiredMode = RequiredMode.REQUIRED)
        @Max(value = 256, message = "must be at most 256 (CPUs)")
        int cpus,

        @Schema(
                description = "1700 or more for control plane nodes",
                minimum = "700",
                requiredMode = RequiredMode.REQUIRED)
        @Max(value = 4_194_304, message = "must be at most 4194304 (MiB)")
        int memoryMebibytes,

        @Schema(requiredMode = RequiredMode.REQUIRED)
        @Min(value = 1, message = "must be 1 to 65536 (GiB)")
        @Max(value = 65_536, message = "must be 1 to 65536 (GiB)")
        int diskGibibytes) {}
