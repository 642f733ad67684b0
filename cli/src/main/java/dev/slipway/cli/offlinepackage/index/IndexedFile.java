package dev.slipway.cli.offlinepackage.index;

import dev.slipway.cli.checksum.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of a package.
 *
 * @param path its path in the package
 * @param kind what it is
 * @param component the component it is made of
 * @param version its version
 * @param licence its licence
 * @param size its size in bytes
 * @param sha256 its digest in hexadecimal digits
 */
public record IndexedFile(
        String path, FileKind kind, String component, String version, String licence, long size, String sha256) {
    /** The same entry with the size and digest of that file. */
    public IndexedFile measured(Path file) {
        try {
            return new IndexedFile(path, kind, component, version, licence, Files.size(file), Sha256.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
