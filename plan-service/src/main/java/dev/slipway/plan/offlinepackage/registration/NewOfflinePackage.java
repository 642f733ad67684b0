package dev.slipway.plan.offlinepackage.registration;

import dev.slipway.plan.validation.Findings;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** A package as people send it: the address at which platform and hosts reach it. */
@Schema(example = NewOfflinePackage.EXAMPLE)
record NewOfflinePackage(
        @Schema(description = "http or https, host and port: without user, query and fragment")
        @NotNull(message = "must be given")
        String url) {
    static final String EXAMPLE = """
            {"url": "http://172.30.0.10:8080"}
            """;

    Optional<PackageAddress> address(Findings findings) {
        var address = PackageAddress.parse(url);
        if (findings.clean("url") && address.isEmpty()) {
            findings.add(
                    "url",
                    "must be http or https, host and port, without user, query and fragment, as http://172.30.0.10:8080");
        }
        return address;
    }
}
