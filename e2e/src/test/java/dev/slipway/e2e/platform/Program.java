package dev.slipway.e2e.platform;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program as a person would and keeps what it says. */
public final class Program {
    private Program() {}

    public static Outcome run(
            Path directory, Map<String, String> environment, Duration patience, List<String> command) {
        try {
            var output = Files.createTempFile("slipway-e2e-", ".log");
            var started = System.nanoTime();
            var builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.redirectOutput(output.toFile()).redirectInput(new File("/dev/null"));
            builder.environment().putAll(environment);
            var process = builder.start();
            var ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                process.waitFor();
            }
            var text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Outcome(
                    ended ? process.exitValue() : -1,
                    ended ? text : text + "\n(did not end within " + patience + ")",
                    Duration.ofNanos(System.nanoTime() - started));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String ok(List<String> command) {
        var outcome = run(Path.of("."), Map.of(), Duration.ofMinutes(3), command);
        if (outcome.exitCode() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + outcome.output());
        }
        return outcome.output().strip();
    }
}
