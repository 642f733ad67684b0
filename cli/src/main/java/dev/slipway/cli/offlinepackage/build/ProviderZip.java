package dev.slipway.cli.offlinepackage.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A Terraform provider as Terraform wants it in a mirror: one executable in a zip file. */
final class ProviderZip {
    private static final int EXECUTABLE = 0100755;
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private ProviderZip() {}

    static void write(Path program, String name, Path target) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(target)) {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            entry.setUnixMode(EXECUTABLE);
            entry.setLastModifiedTime(TIME);
            entry.setSize(Files.size(program));
            zip.putArchiveEntry(entry);
            Files.copy(program, zip);
            zip.closeArchiveEntry();
        }
    }
}
