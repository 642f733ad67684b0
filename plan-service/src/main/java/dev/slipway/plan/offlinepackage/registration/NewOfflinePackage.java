package dev.slipway.plan.offlinepackage.registration;

import dev.slipway.plan.validation.Findings;
import jakarta.validation.constraints.NotNull;

/** A package as people send it: the address at which platform and hosts reach it. */
record NewOfflinePackage(@NotNull(message = "is missing") String url) {
    PackageAddress check(Findings findings) {
        var address = PackageAddress.parse(url);
        if (findings.clean("url") && address.isEmpty()) {
            findings.add("url", "must be an address as http://172.30.0.10:8080");
        }
        findings.orThrow();
        return address.orElseThrow();
    }
}
