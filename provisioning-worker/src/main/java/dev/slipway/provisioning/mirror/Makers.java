package dev.slipway.provisioning.mirror;

import dev.slipway.provisioning.workspace.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    void keep(String clusterId, String mirror) {
        PrivateFiles.write(folder.resolve(clusterId), mirror);
    }

    void forget(String clusterId) {
        PrivateFiles.remove(folder.resolve(clusterId));
    }
}
