package dev.slipway.cli.address;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The choice of one zone. */
final class ZoneOption {
    @Option(names = "--zone", paramLabel = "NAME", description = "Only of this zone.")
    private @Nullable String zone;

    @Nullable
    String zone() {
        return zone;
    }
}
