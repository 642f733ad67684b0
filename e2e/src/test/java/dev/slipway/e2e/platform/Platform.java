package dev.slipway.e2e.platform;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A second installation beside the one a developer may have: own folders, ports and network, the same caches. */
public final class Platform {
    public static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    public static final String NETWORK = "slipway-e2e";
    public static final Path HOME = Path.of("target", "home").toAbsolutePath();

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

    private static final Duration UP = Duration.ofMinutes(30);
    private static final List<String> SERVICES =
            List.of("plan-service", "provisioning-worker", "install-worker", "gateway");

    /** Whether this run has brought it up, so that what runs are the builds of this checkout. */
    private static boolean isUp;

    private Platform() {}

    /** Removes what an earlier run has left: one that was killed has left its hosts, whatever became of its folder. */
    public static void purge() {
        succeeds(Duration.ofMinutes(3), "down", "--purge", "--yes");
    }

    /**
     * Has the platform up with the demo's region and package; a test run alone has the demo made and deleted for them.
     */
    public static void upWithRegionAndPackage() {
        if (!isUp) {
            succeeds(UP, "up", "--no-demo");
        }
        if (new Api().get("/packages").path("items").isEmpty()) {
            succeeds(UP, "up");
            succeeds(UP, "cluster", "delete", "demo", "--yes", "--wait");
        }
    }

    /**
     * Makes a new build of every service, as a new version is: {@code up} tells builds apart by what is in their jars.
     */
    public static void makeNewBuild(String mark) throws IOException {
        for (var service : SERVICES) {
            var jar = CHECKOUT.resolve(service).resolve("target").resolve(service + ".jar");
            try (var files = FileSystems.newFileSystem(jar)) {
                Files.writeString(files.getPath("META-INF/build-mark"), mark);
            }
        }
    }

    public static Outcome slipway(Duration patience, String... arguments) {
        var command = Stream.concat(Stream.of(CHECKOUT.resolve("slipway").toString()), Stream.of(arguments));
        return Program.run(CHECKOUT, ENVIRONMENT, patience, command.toList());
    }

    /** Returns what a service was told by the launcher. */
    public static String setting(String service, String name) {
        var file = HOME.resolve("data/slipway/config").resolve(service + ".yaml");
        return new YAMLMapper().readTree(file.toFile()).path(name).asString();
    }

    /** Runs the command and fails the test, with all it said, when it does not succeed. */
    public static String succeeds(Duration patience, String... arguments) {
        var outcome = slipway(patience, arguments);
        if (outcome.exitCode() != 0) {
            throw new AssertionError(
                    "slipway " + List.of(arguments) + " ended with " + outcome.exitCode() + ":\n" + outcome.output());
        }
        switch (arguments[0]) {
            case "up" -> isUp = true;
            case "down" -> isUp = false;
            default -> {}
        }
        return outcome.output();
    }
}
