package dev.slipway.cli.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what the kernel says of memory. */
final class MemoryInformation {
    private static final long KIBIBYTE = 1024;

    private MemoryInformation() {}

    static long available(Path file) {
        try {
            return Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith("MemAvailable:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(Long.MAX_VALUE / KIBIBYTE)
                    * KIBIBYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
