package dev.slipway.cli.offlinepackage.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.offlinepackage.recipe.Build;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Product;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import dev.slipway.cli.offlinepackage.recipe.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentDigestTest {
    @TempDir
    private Path folder;

    @Test
    void theSameComponentHasTheSameDigestInEveryRecipe() {
        Path recipes = Path.of("../infra/packages");
        Recipe older = new Recipes(recipes).read("kubernetes-1.36.3");
        Recipe newer = new Recipes(recipes).read("kubernetes-1.37.2");

        for (String name : List.of("containerd", "coredns", "flannel", "host-packages", "registry")) {
            assertThat(new ComponentDigest(newer, recipes).of(newer.component(name)))
                    .isEqualTo(new ComponentDigest(older, recipes).of(older.component(name)));
        }
        assertThat(new ComponentDigest(newer, recipes).of(newer.component("kubernetes")))
                .isNotEqualTo(new ComponentDigest(older, recipes).of(older.component("kubernetes")));
    }

    @Test
    void aFileThatTheRecipeNamesIsPartOfIt() throws IOException {
        Files.writeString(folder.resolve("m.yaml"), "one");
        Component component = TestRecipes.program("tool", new Product.Manifest("m.yaml", "m.yaml"));
        String before = digest(component);

        Files.writeString(folder.resolve("m.yaml"), "two");

        assertThat(digest(component)).isNotEqualTo(before);
    }

    @Test
    void aMainFolderIsPartOfIt() throws IOException {
        Path main = Files.createDirectory(folder.resolve("main"));
        Files.writeString(main.resolve("main.go"), "one");
        Source source = new Source.Go("example.org/x", "v1.0.0", "h1:x", null, null);
        Build build = new Build("main", false, "", "", List.of());
        Component component = new Component("x", "1", "MIT", source, build, List.of());
        String before = digest(component);

        Files.writeString(main.resolve("main.go"), "two");

        assertThat(digest(component)).isNotEqualTo(before);
    }

    @Test
    void whatItStandsOnIsPartOfIt() {
        Component component = TestRecipes.program("tool", TestRecipes.image("tool", "base"));
        Component base = TestRecipes.root("base");
        Component changed = new Component(
                "base", "trixie", base.licence(), base.source(), null, List.of(new Product.RootFileSystem(Map.of())));

        assertThat(new ComponentDigest(TestRecipes.recipe(component, base), folder).of(component))
                .isNotEqualTo(new ComponentDigest(TestRecipes.recipe(component, changed), folder).of(component));
    }

    private String digest(Component component) {
        return new ComponentDigest(TestRecipes.recipe(component), folder).of(component);
    }
}
