package dev.slipway.provisioning.terraform;

import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.Stream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What Terraform said once. */
public final class Recorded {
    private static final Path FOLDER = Path.of("src/test/resources/recorded").toAbsolutePath();

    private Recorded() {}

    /** Returns where a recording lies. */
    public static Path path(String name) {
        return FOLDER.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OutputLine line(String text) {
        return new OutputLine(Instant.EPOCH, Stream.OUT, text);
    }
}
