package dev.slipway.cli.offlinepackage.verify;

import dev.slipway.cli.offlinepackage.index.PublicKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The public keys that packages may be signed with.
 *
 * @param folder where they are, one PEM file each, named by their ids
 */
public record TrustedKeys(Path folder) {
    Optional<PublicKey> find(String id) throws IOException {
        Path file = folder.resolve(id + ".pem");
        return id.matches("[0-9a-f]{16}") && Files.exists(file)
                ? Optional.of(PublicKey.parse(Files.readString(file)))
                : Optional.empty();
    }
}
