package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.docker.DockerImages;
import dev.slipway.cli.docker.Removal;
import dev.slipway.cli.offlinepackage.index.SigningKey;
import java.nio.file.Files;
import java.util.List;

/**
 * The package images that one installation has signed.
 *
 * @param folders the installation's
 */
public record OwnImages(PackageFolders folders) {
    /** Removes them; those of other installations, signed with their keys, stay. */
    public Removal remove() {
        if (!Files.exists(folders.packageKey())) {
            return Removal.of("image", List.of());
        }
        String key = SigningKey.loadOrCreate(folders.packageKey()).publicKey().id();
        return new DockerImages().removeLabelled(PackageAssembler.KEY_LABEL + "=" + key);
    }
}
