package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.files.StagedFolder;
import dev.slipway.cli.offlinepackage.index.IndexedFile;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds one component: its source's outputs first, then each product of them. */
final class ComponentBuilder {
    private final ComponentStore store;
    private final SourceOutputs sources;
    private final FileProducts files;
    private final ImageProducts images;
    private final Path working;

    ComponentBuilder(
            ComponentStore store, SourceOutputs sources, FileProducts files, ImageProducts images, Path working) {
        this.store = store;
        this.sources = sources;
        this.files = files;
        this.images = images;
        this.working = working;
    }

    BuiltComponent build(Component component, String digest, BuiltComponents others) throws IOException {
        Files.createDirectories(working);
        Path folder = Files.createTempDirectory(working, component.name() + "-");
        try {
            return store.publish(component.name(), digest, staging -> {
                Map<String, Path> outputs = sources.make(component, folder);
                return make(new Workbench(component, outputs, staging, folder), others);
            });
        } finally {
            StagedFolder.delete(folder);
        }
    }

    /** Takes away what was made of a component's source, so that it is made anew. */
    void forgetSource(Component component) throws IOException {
        sources.forget(component);
    }

    private BuiltComponent.Contents make(Workbench bench, BuiltComponents others) throws IOException {
        List<IndexedFile> indexed = new ArrayList<>();
        List<Product.Image> wanted = new ArrayList<>();
        for (Product product : bench.component().products()) {
            if (product instanceof Product.Image image) {
                wanted.add(image);
            } else {
                indexed.addAll(files.make(product, bench));
            }
        }
        return new BuiltComponent.Contents(indexed, images.make(wanted, bench, others));
    }
}
