package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.offlinepackage.image.ComponentImage;
import dev.slipway.cli.offlinepackage.image.DockerArchive;
import dev.slipway.cli.offlinepackage.image.ImagePublisher;
import dev.slipway.cli.offlinepackage.image.ImageSettings;
import dev.slipway.cli.offlinepackage.image.Layer;
import dev.slipway.cli.offlinepackage.image.LocalRegistry;
import dev.slipway.cli.offlinepackage.image.RegistryStorage;
import dev.slipway.cli.offlinepackage.index.IndexedImage;
import dev.slipway.cli.offlinepackage.recipe.Product;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the images of a component, stored as the registry that will serve them stores them. */
final class ImageProducts {
    private final String serverComponent;
    private final Path layers;

    ImageProducts(String serverComponent, Path layers) {
        this.serverComponent = serverComponent;
        this.layers = layers;
    }

    List<IndexedImage> make(List<Product.Image> images, Workbench bench, BuiltComponents others) throws IOException {
        if (images.isEmpty()) {
            return List.of();
        }
        Path storage = bench.staging().resolve("registry");
        Path program = others.get(serverComponent).server();
        List<IndexedImage> indexed = new ArrayList<>();
        try (LocalRegistry registry = LocalRegistry.start(program, storage, bench.working())) {
            ImagePublisher publisher = new ImagePublisher(registry.address(), layers);
            for (Product.Image image : images) {
                String digest = publisher.publish(image(image, bench, others));
                long size = new RegistryStorage(storage).size(digest);
                indexed.add(new IndexedImage(
                        image.repository(),
                        image.tag(),
                        digest,
                        size,
                        bench.component().name()));
            }
        }
        return indexed;
    }

    private static ComponentImage image(Product.Image image, Workbench bench, BuiltComponents others)
            throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        image.files().forEach((output, path) -> files.put(path, bench.output(output)));
        return new ComponentImage(
                image.repository(), image.tag(), base(image, bench, others), files, image.entrypoint(), image.user());
    }

    private static @Nullable Path base(Product.Image image, Workbench bench, BuiltComponents others)
            throws IOException {
        String base = image.base();
        if (base == null) {
            return null;
        }
        boolean own = base.equals(bench.component().name());
        Path root = own ? bench.staging().resolve("root.tar") : others.get(base).rootLayer();
        Path archive = bench.working().resolve(base + "-base.tar");
        if (!Files.exists(archive)) {
            Layer layer = new Layer(root, "sha256:" + Sha256.of(root));
            try (OutputStream output = Files.newOutputStream(archive)) {
                new DockerArchive("slipway/base", ImageSettings.none(), List.of(layer)).writeTo(output);
            }
        }
        return archive;
    }
}
