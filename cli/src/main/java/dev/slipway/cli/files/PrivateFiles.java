package dev.slipway.cli.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes what only its owner may read; a file is there whole or not at all. */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** Makes a folder, and closes it to others when it was there already. */
    public static Path folder(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file in one piece. */
    public static Path write(Path file, String content) {
        Path parent = file.toAbsolutePath().getParent();
        try {
            if (parent != null && !Files.exists(parent)) {
                folder(parent);
            }
            Path partial = Files.createTempFile(parent, ".", ".partial", owner());
            fill(partial, file, content);
            Durable.move(partial, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file in one piece unless there is one: of several that do so at once, the file of one is there. */
    public static Path writeFirst(Path file, String content) {
        Path parent = folder(FolderTree.parentOf(file));
        try {
            Path partial = Files.createTempFile(parent, ".", ".partial", owner());
            try {
                fill(partial, file, content);
                Durable.nameFirst(partial, file);
                return file;
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Path partial, Path file, String content) throws IOException {
        try {
            Files.writeString(partial, content);
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            // Of a full disk the system does not say for which file it was.
            FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
        }
    }

    /** The whole text of a file. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with everything in it, and says whether there was one. */
    public static boolean delete(Path folder) {
        try {
            return FolderTree.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?> owner() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
