package dev.slipway.plan.secret;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The keyset in a file that only its owner may read. */
record KeyFile(Path path) {
    boolean exists() {
        return Files.exists(path);
    }

    KeysetHandle read() {
        try {
            return Keyset.parse(Files.readString(path), path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the key file " + path, e);
        }
    }

    /** Writes all or nothing: a half-written key file would lose every secret. */
    void write(KeysetHandle keys) {
        try {
            var folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var draft = Files.createTempFile(
                    folder,
                    ".keys",
                    ".json",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                writeDurably(draft, Keyset.text(keys));
                Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the key file " + path, e);
        }
    }

    private static void writeDurably(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.setPosixFilePermissions(file, Set.copyOf(PosixFilePermissions.fromString("rw-------")));
    }
}
