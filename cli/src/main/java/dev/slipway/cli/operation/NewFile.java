package dev.slipway.cli.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears under its name only once all of it is there.
 *
 * @param target its name
 * @param force whether it may take the place of another
 */
record NewFile(Path target, boolean force) {
    /** Writes it, and gives its size. */
    long write(InputStream content) throws IOException {
        Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
        try {
            long size = Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, target, options());
            return size;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private CopyOption[] options() {
        return force ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING} : new CopyOption[0];
    }
}
