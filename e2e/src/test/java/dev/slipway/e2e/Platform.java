package dev.slipway.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A second installation beside the one a developer may have: own folders, ports and network, the same caches. */
final class Platform {
    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    static final String NETWORK = "slipway-e2e";
    static final Path HOME = Path.of("target", "home").toAbsolutePath();

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "XDG_DATA_HOME",
            HOME.resolve("data").toString(),
            "XDG_CONFIG_HOME",
            HOME.resolve("config").toString(),
            "SLIPWAY_PORT_BASE",
            "27000",
            "SLIPWAY_NETWORK",
            NETWORK,
            "SLIPWAY_SUBNET",
            "172.31.0.0/16");

    private Platform() {}

    static Outcome slipway(Duration patience, String... arguments) {
        var command = Stream.concat(Stream.of(CHECKOUT.resolve("slipway").toString()), Stream.of(arguments));
        return Program.run(CHECKOUT, ENVIRONMENT, patience, command.toList());
    }

    /** Runs the command and fails the test, with all it said, when it does not succeed. */
    static String succeeds(Duration patience, String... arguments) {
        var outcome = slipway(patience, arguments);
        if (outcome.exitCode() != 0) {
            throw new AssertionError(
                    "slipway " + List.of(arguments) + " ended with " + outcome.exitCode() + ":\n" + outcome.output());
        }
        return outcome.output();
    }
}
