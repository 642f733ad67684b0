package dev.slipway.cli.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a folder that appears under its name only once everything is in it. */
public final class Whole {
    private Whole() {}

    /** The folder, filled now unless it was before. */
    public static Path folder(Path folder, Filling filling) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            StagedFolder.publish(folder, filling::into);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is put into a folder. */
    @FunctionalInterface
    public interface Filling {
        /** Puts everything into the given folder. */
        void into(Path folder) throws IOException;
    }
}
