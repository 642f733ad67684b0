package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.docker.DockerImages;
import dev.slipway.cli.offlinepackage.image.DockerArchive;
import dev.slipway.cli.offlinepackage.image.FolderTar;
import dev.slipway.cli.offlinepackage.image.ImageSettings;
import dev.slipway.cli.offlinepackage.image.Layer;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Product;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts components together to one image: a layer each, those shared with other packages lowest. */
final class PackageAssembler {
    static final String DIGEST_LABEL = "dev.slipway.package.digest";
    static final String KEY_LABEL = "dev.slipway.package.key";
    private static final String SERVED = "srv/package";

    private final DockerImages docker;
    private final Path recipes;

    PackageAssembler(DockerImages docker, Path recipes) {
        this.docker = docker;
        this.recipes = recipes;
    }

    /** Makes the image of a recipe whose components are all whole. */
    void assemble(PackagePlan plan, BuiltComponents components, SignedFiles top, Path working) throws IOException {
        Recipe recipe = plan.recipe();
        List<Layer> layers = new ArrayList<>(serverLayers(recipe, components, working));
        for (Component component : recipe.components()) {
            BuiltComponent built = components.get(component.name());
            if (Files.isDirectory(built.served()) || Files.isDirectory(built.registry())) {
                layers.add(componentLayer(component.name(), built, working));
            }
        }
        layers.add(topLayer(top, working));
        docker.load(new DockerArchive(plan.image(), settings(plan), layers)::writeTo);
    }

    private List<Layer> serverLayers(Recipe recipe, BuiltComponents components, Path working) throws IOException {
        Component component = recipe.components().stream()
                .filter(ComponentSchedule::isServer)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Recipe " + recipe.name() + " has no SERVER"));
        Product.Server server = component.products().stream()
                .filter(Product.Server.class::isInstance)
                .map(Product.Server.class::cast)
                .findFirst()
                .orElseThrow();
        Path root = components.get(server.base()).rootLayer();
        try (FolderTar tar = new FolderTar(working.resolve("server.tar"))) {
            tar.addFile(components.get(component.name()).server(), "usr/local/bin/registry");
            for (ServerFile file : ServerFile.ALL) {
                tar.addFile(file.in(recipes), file.place());
            }
            return List.of(new Layer(root, "sha256:" + Sha256.of(root)), tar.finish());
        }
    }

    private static Layer componentLayer(String name, BuiltComponent built, Path working) throws IOException {
        try (FolderTar tar = new FolderTar(working.resolve(name + ".tar"))) {
            if (Files.isDirectory(built.served())) {
                tar.addFolder(built.served(), SERVED);
            }
            if (Files.isDirectory(built.registry())) {
                tar.addFolder(built.registry(), "srv/registry");
            }
            return tar.finish();
        }
    }

    private static Layer topLayer(SignedFiles top, Path working) throws IOException {
        try (FolderTar tar = new FolderTar(working.resolve("top.tar"))) {
            tar.addFolder(top.writeTo(Files.createDirectory(working.resolve("top"))), SERVED);
            return tar.finish();
        }
    }

    private static ImageSettings settings(PackagePlan plan) {
        return new ImageSettings(
                List.of("/usr/local/bin/package-server"),
                "65532:65532",
                List.of(8080),
                Map.of("dev.slipway", "true", DIGEST_LABEL, plan.digest(), KEY_LABEL, plan.keyId()));
    }
}
