package dev.slipway.provisioning;

import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.ProcessRunner;
import dev.slipway.toolkit.process.StopCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.opentest4j.TestAbortedException;

/** The Docker engine of this machine, and what tests need there. */
final class Docker {
    private static final Path IMAGE = Path.of("../infra/images/container-host/build");
    private static final ProcessRunner RUNNER = new ProcessRunner(Duration.ofSeconds(1));

    private Docker() {}

    static List<String> run(String... arguments) {
        return lines(Command.of("docker", arguments));
    }

    /** Removes networks that tests which were killed have left, with what is on them: their addresses are needed. */
    static void removeNetworks(String prefix) {
        for (var network : run("network", "ls", "--quiet", "--filter=name=^" + prefix)) {
            run("ps", "--all", "--quiet", "--filter=network=" + network)
                    .forEach(container -> run("rm", "--force", "--volumes", container));
            run("network", "rm", network);
        }
    }

    /** Builds the image of container hosts, or finds it built, and returns its name. */
    static String containerHostImage() {
        return lines(Command.of(IMAGE.toAbsolutePath().normalize().toString())).getLast();
    }

    private static List<String> lines(Command command) {
        var lines = new ArrayList<String>();
        RUNNER.run(command, line -> lines.add(line.text()), StopCheck.NEVER);
        return lines;
    }

    /** Finds Terraform's Docker provider, which the builder of offline packages makes. */
    static byte[] provider() {
        var given = System.getenv("SLIPWAY_DOCKER_PROVIDER");
        try {
            return given == null ? built() : Files.readAllBytes(Path.of(given));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] built() throws IOException {
        var home = Path.of(System.getProperty("user.home"), ".cache").toString();
        var cache = Path.of(System.getenv().getOrDefault("XDG_CACHE_HOME", home), "slipway/packages/components");
        if (Files.isDirectory(cache)) {
            try (var files = Files.walk(cache)) {
                var found = files.filter(Docker::isProvider).findFirst();
                if (found.isPresent()) {
                    return unzipped(found.get());
                }
            }
        }
        throw new TestAbortedException("Build an offline package first (./slipway package build), which makes the"
                + " provider, or name the provider's file in SLIPWAY_DOCKER_PROVIDER");
    }

    private static boolean isProvider(Path file) {
        return file.getFileName().toString().matches("terraform-provider-docker_.*_linux_amd64\\.zip");
    }

    private static byte[] unzipped(Path file) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            zip.getNextEntry();
            return zip.readAllBytes();
        }
    }
}
