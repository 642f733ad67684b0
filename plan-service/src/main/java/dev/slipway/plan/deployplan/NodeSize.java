package dev.slipway.plan.deployplan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How large a host is. */
public record NodeSize(
        @Min(value = 1, message = "must be 1 to 256") @Max(value = 256, message = "must be 1 to 256")
        int cpus,

        @Min(value = 512, message = "must be 512 to 4194304")
        @Max(value = 4_194_304, message = "must be 512 to 4194304")
        int memoryMebibytes,

        @Min(value = 1, message = "must be 1 to 65536") @Max(value = 65_536, message = "must be 1 to 65536")
        int diskGibibytes) {}
