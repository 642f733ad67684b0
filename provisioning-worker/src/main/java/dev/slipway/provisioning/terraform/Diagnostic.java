package dev.slipway.provisioning.terraform;

import org.jspecify.annotations.Nullable;

/**
 * An error or warning of Terraform.
 *
 * @param address the resource it is about, when it is about one
 */
record Diagnostic(
        String severity,
        String summary,
        String detail,
        @Nullable String address) {
    Diagnostic(@Nullable String severity, @Nullable String summary, @Nullable String detail, @Nullable String address) {
        this.severity = severity == null ? "" : severity;
        this.summary = summary == null ? "" : summary;
        this.detail = detail == null ? "" : detail;
        this.address = address;
    }
}
