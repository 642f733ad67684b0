package dev.slipway.cli.offlinepackage.verify;

import dev.slipway.cli.offlinepackage.index.FileKind;
import dev.slipway.cli.offlinepackage.index.IndexedFile;
import dev.slipway.cli.offlinepackage.index.PackageIndex;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Product;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import dev.slipway.cli.offlinepackage.recipe.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what a recipe names with what an index lists. */
record Completeness(Recipe recipe, PackageIndex index) {
    List<String> problems() {
        Set<String> present = index.files().stream().map(IndexedFile::path).collect(Collectors.toSet());
        index.images().forEach(image -> present.add(image.repository() + ":" + image.tag()));
        index.components()
                .forEach(component -> present.add("component " + component.name() + " " + component.version()));
        List<String> problems = new ArrayList<>();
        for (Component component : recipe.components()) {
            List<String> needed = new ArrayList<>(List.of("component " + component.name() + " " + component.version()));
            component.products().forEach(product -> needed.addAll(needed(product)));
            needed.stream()
                    .filter(name -> !present.contains(name))
                    .forEach(name -> problems.add("%s is missing, which the recipe names".formatted(name)));
            problems.addAll(missingOsPackages(component));
        }
        return problems;
    }

    private static List<String> needed(Product product) {
        return switch (product) {
            case Product.Binary binary -> List.of("files/" + binary.path());
            case Product.Manifest manifest -> List.of("files/" + manifest.path());
            case Product.Provider provider -> List.of("files/" + provider.path());
            case Product.Image image -> List.of(image.repository() + ":" + image.tag());
            case Product.OsPackages packages ->
                List.of(packages.path() + "/Packages", packages.path() + "/Release", packages.path() + "/InRelease");
            case Product.RootFileSystem root -> List.of();
            case Product.Server server -> List.of();
        };
    }

    private List<String> missingOsPackages(Component component) {
        if (!(component.source() instanceof Source.Debian debian)
                || component.products().stream().noneMatch(Product.OsPackages.class::isInstance)) {
            return List.of();
        }
        Set<String> names = index.files().stream()
                .filter(file -> file.kind() == FileKind.OS_PACKAGE)
                .map(file -> file.path().replaceFirst(".*/", "").replaceFirst("_.*", ""))
                .collect(Collectors.toSet());
        return debian.debianPackages().stream()
                .filter(name -> !names.contains(name))
                .map(name -> "OS package %s is missing, which the recipe names".formatted(name))
                .toList();
    }
}
