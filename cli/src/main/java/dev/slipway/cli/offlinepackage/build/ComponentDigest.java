package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.offlinepackage.debian.DebianLock;
import dev.slipway.cli.offlinepackage.recipe.Build;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Product;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import dev.slipway.cli.offlinepackage.recipe.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What makes two builds of a component the same: its part of the recipe, the files that names, and what it stands on.
 */
record ComponentDigest(Recipe recipe, Path recipes) {
    private static final String FORMAT = "1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String of(Component component) {
        List<String> parts = new ArrayList<>(List.of(FORMAT, JSON.writeValueAsString(component)));
        for (Path file : files(component)) {
            parts.add(file.getFileName() + "=" + Sha256.of(file));
        }
        for (String base : component.bases()) {
            parts.add(of(recipe.component(base)));
        }
        return Sha256.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .substring(0, 32);
    }

    private List<Path> files(Component component) {
        List<Path> files = new ArrayList<>();
        for (Product product : component.products()) {
            if (product instanceof Product.Manifest manifest) {
                files.add(recipes.resolve(manifest.from()));
            }
        }
        Path lock = recipes.resolve(DebianLock.FILE);
        if (component.source() instanceof Source.Debian && Files.exists(lock)) {
            files.add(lock);
        }
        Build build = component.build();
        if (build != null && build.mainFolder() != null) {
            files.addAll(filesIn(recipes.resolve(build.mainFolder())));
        }
        return files;
    }

    private static List<Path> filesIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
