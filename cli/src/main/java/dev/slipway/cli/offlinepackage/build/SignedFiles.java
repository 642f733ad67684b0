package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.offlinepackage.index.FileKind;
import dev.slipway.cli.offlinepackage.index.IndexedComponent;
import dev.slipway.cli.offlinepackage.index.IndexedFile;
import dev.slipway.cli.offlinepackage.index.IndexedImage;
import dev.slipway.cli.offlinepackage.index.PackageIndex;
import dev.slipway.cli.offlinepackage.index.SigningKey;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/**
 * The files that say what all the others are.
 *
 * @param index the index
 * @param recipe the whole recipe
 * @param signature the signature of the index, in Base64
 */
record SignedFiles(String index, String recipe, String signature) {
    static SignedFiles of(Recipe recipe, BuiltComponents components, SigningKey key, Instant now) {
        byte[] yaml = Recipes.write(recipe);
        List<IndexedFile> files = new ArrayList<>(List.of(new IndexedFile(
                "recipe.yaml", FileKind.RECIPE, "recipe", recipe.name(), "Apache-2.0", yaml.length, Sha256.of(yaml))));
        List<IndexedImage> images = new ArrayList<>();
        for (Component component : recipe.components()) {
            BuiltComponent.Contents contents = components.get(component.name()).contents();
            files.addAll(contents.files());
            images.addAll(contents.images());
        }
        files.sort(Comparator.comparing(IndexedFile::path));
        images.sort(Comparator.comparing(IndexedImage::repository));
        PackageIndex index = new PackageIndex(
                PackageIndex.SCHEMA,
                recipe.name(),
                recipe.requiredKubernetesVersion(),
                recipe.architecture(),
                now,
                Sha256.of(yaml),
                key.publicKey().id(),
                recipe.components().stream().map(SignedFiles::indexed).toList(),
                files,
                images);
        byte[] bytes = index.bytes();
        String signature = Base64.getEncoder().encodeToString(key.sign(bytes));
        return new SignedFiles(text(bytes), text(yaml), signature);
    }

    Path writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve("index.json"), index);
        Files.writeString(folder.resolve("recipe.yaml"), recipe);
        Files.writeString(folder.resolve("index.json.sig"), signature + "\n");
        return folder;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static IndexedComponent indexed(Component component) {
        return new IndexedComponent(
                component.name(),
                component.version(),
                component.licence(),
                component.source().label());
    }
}
