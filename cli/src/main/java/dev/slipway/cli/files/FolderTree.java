package dev.slipway.cli.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** A folder and everything in it; links are themselves, not what they point to. */
public final class FolderTree {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    private FolderTree() {}

    /** Deletes it, closed folders too (Go closes those of fetched modules), and says whether there was one. */
    public static boolean delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (isFolder(folder)) {
            open(folder);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    delete(entry);
                }
            }
        }
        return Files.deleteIfExists(folder);
    }

    /** The folder that something is in; the root of all folders is in none and never asked for. */
    static Path parentOf(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().getParent());
    }

    private static void open(Path folder) throws IOException {
        if (!Files.getPosixFilePermissions(folder).containsAll(OWNERS)) {
            Files.setPosixFilePermissions(folder, OWNERS);
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
