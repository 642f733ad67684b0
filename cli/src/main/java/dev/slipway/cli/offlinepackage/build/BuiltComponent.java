package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.offlinepackage.index.IndexedFile;
import dev.slipway.cli.offlinepackage.index.IndexedImage;
import java.nio.file.Path;
import java.util.List;

/**
 * A component that is whole.
 *
 * @param digest what it was built from
 * @param folder where it is
 * @param contents what it gives to the package
 */
record BuiltComponent(String digest, Path folder, Contents contents) {
    /** What the package serves as files. */
    Path served() {
        return folder.resolve("package");
    }

    /** Storage of a registry with its images. */
    Path registry() {
        return folder.resolve("registry");
    }

    /** Its root file system as a layer. */
    Path rootLayer() {
        return folder.resolve("root.tar");
    }

    /** The registry program. */
    Path server() {
        return folder.resolve("registry-program");
    }

    /**
     * What a component gives to a package.
     *
     * @param files its files
     * @param images its images
     */
    record Contents(List<IndexedFile> files, List<IndexedImage> images) {
        Contents {
            files = List.copyOf(files);
            images = List.copyOf(images);
        }
    }
}
