package dev.slipway.provisioning.mirror;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Remembers by which mirror the hosts of each cluster were made, until they are gone.
 *
 * @param folder one file for each cluster; outlives a restart of the machine
 */
record Makers(Path folder) {
    Optional<String> of(String clusterId) {
        var file = folder.resolve(clusterId);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes as a whole or not at all. */
    void keep(String clusterId, String mirror) {
        try {
            Files.createDirectories(folder);
            var draft = Files.createTempFile(folder, ".", ".draft");
            Files.writeString(draft, mirror);
            Files.move(
                    draft,
                    folder.resolve(clusterId),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String clusterId) {
        try {
            Files.deleteIfExists(folder.resolve(clusterId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
