package dev.slipway.cli.gobuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs that were built before, so that no compiler is needed. */
public final class BuiltProgram {
    private BuiltProgram() {}

    /** Puts text where the program is found. */
    public static Path in(GoCaches caches, GoProgram program, String text) throws IOException {
        Path home = caches.programs().resolve(GoProgramDigest.of(program));
        return Files.writeString(Files.createDirectories(home).resolve(program.output()), text);
    }
}
