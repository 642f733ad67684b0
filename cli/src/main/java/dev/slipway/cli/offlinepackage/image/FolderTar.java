package dev.slipway.cli.offlinepackage.image;

import dev.slipway.cli.checksum.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Writes folders as one layer of an image; the same content gives the same bytes, whenever and by whom it is written.
 */
public final class FolderTar implements AutoCloseable {
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final int FOLDER_MODE = 0755;

    private final Path file;
    private final MessageDigest digest;
    private final TarArchiveOutputStream tar;
    private final Set<String> written = new TreeSet<>();

    /** A tar file that is written now. */
    public FolderTar(Path file) throws IOException {
        this.file = file;
        digest = Sha256.digest();
        OutputStream output = Files.newOutputStream(file);
        tar = new TarArchiveOutputStream(new DigestOutputStream(output, digest), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Adds a folder's content below the given path of the image. */
    public void addFolder(Path folder, String target) throws IOException {
        addParents(target);
        try (var files = Files.walk(folder)) {
            for (Path path : files.filter(path -> !path.equals(folder)).sorted().toList()) {
                add(path, join(target, folder.relativize(path).toString()));
            }
        }
    }

    /** Adds a folder that everyone may write to, as /tmp is. */
    public void addSharedFolder(String target) throws IOException {
        addEntry(folderEntry(target, 01777));
    }

    /** Adds one file at the given path of the image. */
    public void addFile(Path path, String target) throws IOException {
        int slash = target.lastIndexOf('/');
        addParents(slash < 0 ? "" : target.substring(0, slash));
        add(path, target);
    }

    /** Ends the file and says what it is. */
    public Layer finish() throws IOException {
        tar.close();
        return new Layer(file, "sha256:" + HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void addParents(String target) throws IOException {
        for (int slash = target.indexOf('/'); slash > 0; slash = target.indexOf('/', slash + 1)) {
            addEntry(folderEntry(target.substring(0, slash), FOLDER_MODE));
        }
        if (!target.isEmpty()) {
            addEntry(folderEntry(target, FOLDER_MODE));
        }
    }

    private void add(Path path, String name) throws IOException {
        if (Files.isSymbolicLink(path)) {
            TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            entry.setLinkName(Files.readSymbolicLink(path).toString());
            addEntry(entry);
        } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            addEntry(folderEntry(name, FOLDER_MODE));
        } else {
            addContent(path, name);
        }
    }

    private void addContent(Path path, String name) throws IOException {
        if (!written.add(name)) {
            return;
        }
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(Files.size(path));
        boolean executable = Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_EXECUTE);
        entry.setMode(executable ? 0755 : 0644);
        entry.setLastModifiedTime(TIME);
        tar.putArchiveEntry(entry);
        Files.copy(path, tar);
        tar.closeArchiveEntry();
    }

    private void addEntry(TarArchiveEntry entry) throws IOException {
        if (written.add(entry.getName())) {
            entry.setLastModifiedTime(TIME);
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
    }

    private static TarArchiveEntry folderEntry(String name, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name + "/");
        entry.setMode(mode);
        return entry;
    }

    private static String join(String target, String name) {
        return target.isEmpty() ? name : target + "/" + name;
    }
}
