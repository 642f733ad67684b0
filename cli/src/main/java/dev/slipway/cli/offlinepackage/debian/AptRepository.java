package dev.slipway.cli.offlinepackage.debian;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.external.ExternalProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A flat repository of Debian packages with a signed release file. */
public final class AptRepository {
    /** Before any host's clock: apt refuses a release that it believes to come from the future. */
    private static final String DATE = "Thu, 01 Jan 2026 00:00:00 UTC";

    private final OpenPgpKey key;

    /** A repository whose release is signed with the key. */
    public AptRepository(OpenPgpKey key) {
        this.key = key;
    }

    /** Writes the repository of the packages into the folder. */
    public void write(List<Path> packages, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path file : packages) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        String list =
                ExternalProgram.of("apt-ftparchive", "packages", ".").in(folder).run();
        String text = list.replace("\nFilename: ./", "\nFilename: ");
        Files.writeString(folder.resolve("Packages"), text);
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("Packages.gz")))) {
            Files.copy(folder.resolve("Packages"), gzip);
        }
        String release = release(folder);
        Files.writeString(folder.resolve("Release"), release);
        Files.writeString(folder.resolve("InRelease"), key.clearSigned(release));
    }

    private static String release(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("""
                Origin: Slipway
                Label: Slipway offline package
                Suite: slipway
                Codename: slipway
                Architectures: amd64 all
                Date: %s
                SHA256:
                """.formatted(DATE));
        for (String name : List.of("Packages", "Packages.gz")) {
            Path file = folder.resolve(name);
            text.append(" %s %d %s%n".formatted(Sha256.of(file), Files.size(file), name));
        }
        return text.toString();
    }
}
