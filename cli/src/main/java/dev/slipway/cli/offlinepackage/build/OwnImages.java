package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.offlinepackage.image.DockerEngine;
import dev.slipway.cli.offlinepackage.index.SigningKey;
import java.nio.file.Files;
import java.util.List;

/**
 * The package images that one installation has signed.
 *
 * @param folders the installation's
 */
public record OwnImages(PackageFolders folders) {
    /** Removes them and says which; those of other installations, signed with their keys, stay. */
    public List<String> remove() {
        if (!Files.exists(folders.packageKey())) {
            return List.of();
        }
        String key = SigningKey.loadOrCreate(folders.packageKey()).publicKey().id();
        return new DockerEngine().removeLabelled(PackageAssembler.KEY_LABEL + "=" + key);
    }
}
