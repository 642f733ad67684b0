package dev.slipway.cli.gobuild;

import org.jspecify.annotations.Nullable;

/**
 * A Go module of one version, and the checksum it must have.
 *
 * @param path the module path
 * @param version the version, such as v1.2.3
 * @param sum the checksum as {@code go mod download} gives it, of the replacement where there is one
 * @param replacedBy the module that is fetched instead, at the same version
 * @param stagingVersion the version of the modules that this one replaces by folders of its own repository
 */
public record GoModule(
        String path,
        String version,
        String sum,
        @Nullable String replacedBy,
        @Nullable String stagingVersion) {
    /** The module whose source is fetched. */
    String fetched() {
        return (replacedBy == null ? path : replacedBy) + "@" + version;
    }

    /** The version to require: a replaced module has none of its own. */
    String requiredVersion() {
        return replacedBy == null ? version : "v0.0.0-00010101000000-000000000000";
    }
}
