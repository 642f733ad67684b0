package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.offlinepackage.recipe.Build;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Product;
import dev.slipway.cli.offlinepackage.recipe.Program;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import dev.slipway.cli.offlinepackage.recipe.Source;
import java.util.List;
import java.util.Map;

/** Small recipes. */
final class TestRecipes {
    private TestRecipes() {}

    static Recipe recipe(Component... components) {
        return new Recipe("kubernetes-0.0.1", "0.0.1", "amd64", List.of(components));
    }

    static Component program(String name, Product... products) {
        Source source = new Source.Go("example.org/" + name, "v1.0.0", "h1:x", null, null);
        Build build = new Build(null, false, "", "", List.of(new Program(name, "example.org/" + name, null)));
        return new Component(name, "1.0.0", "MIT", source, build, List.of(products));
    }

    static Component root(String name) {
        Source source = new Source.Debian(List.of("busybox-static"), List.of());
        return new Component(
                name, "bookworm", "GPL-2.0-only", source, null, List.of(new Product.RootFileSystem(Map.of())));
    }

    static Product image(String repository, String base) {
        return new Product.Image(repository, "1", base, Map.of(repository, "/" + repository), List.of(), null);
    }
}
