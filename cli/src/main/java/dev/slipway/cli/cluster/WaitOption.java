package dev.slipway.cli.cluster;

import picocli.CommandLine.Option;

/** The choice to follow what was started. */
final class WaitOption {
    @Option(
            names = {"-w", "--wait"},
            description = "Show the steps live until the operation ends.")
    private boolean asked;

    boolean asked() {
        return asked;
    }
}
