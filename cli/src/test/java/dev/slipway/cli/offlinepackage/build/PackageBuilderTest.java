package dev.slipway.cli.offlinepackage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.offlinepackage.PackageProgress;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Product;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import dev.slipway.cli.offlinepackage.recipe.Source;
import dev.slipway.cli.progress.Detail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageBuilderTest {
    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();
    private PackageBuilder builder;

    @BeforeEach
    void writeRecipe() throws IOException {
        Path recipes = Files.createDirectories(folder.resolve("recipes"));
        Files.createSymbolicLink(
                recipes.resolve("server"), Path.of("../infra/packages/server").toRealPath());
        Files.write(
                recipes.resolve("kubernetes-0.0.1.yaml"),
                Recipes.write(TestRecipes.recipe(TestRecipes.program("etcd"))));
        Path changed = Files.writeString(folder.resolve("changed.bin"), "not what the recipe was written for");
        Files.write(recipes.resolve("kubernetes-0.0.2.yaml"), Recipes.write(TestRecipes.recipe(downloaded(changed))));
        PackageFolders folders = new PackageFolders(recipes, folder.resolve("cache"), folder.resolve("keys"));
        Clock clock = Clock.systemUTC();
        builder = new PackageBuilder(folders, new PackageProgress(new Detail(lines::add), clock), clock);
    }

    @Test
    void askingWhetherAPackageCanBeBuiltBuildsNothing() {
        assertThatCode(() -> builder.require("kubernetes-0.0.1")).doesNotThrowAnyException();

        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void aPackageWithoutARecipeCannotBeBuilt() {
        assertThatThrownBy(() -> builder.require("kubernetes-9.9.9")).isInstanceOf(ProblemException.class);
    }

    @Test
    void aComponentWhoseSourceWasChangedIsNamedWithAWayToTryIt() {
        assertThatThrownBy(() -> builder.build("kubernetes-0.0.2"))
                .isInstanceOf(PackageBuildException.class)
                .hasMessageStartingWith("tool: The checksum of " + folder.toUri() + "changed.bin is ")
                .hasMessageEndingWith("slipway package build kubernetes-0.0.1 --component tool");

        assertThat(lines).singleElement().asString().contains("tool FAILED: The checksum of");
        assertThat(folder.resolve("packages")).doesNotExist();
        assertThat(folder.resolve("cache/packages/working")).isEmptyDirectory();
    }

    @Test
    void aComponentThatIsNotThereCannotBeBuiltAnew() {
        assertThatThrownBy(() -> builder.rebuild("kubernetes-0.0.1", "etcdctl"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("Recipe kubernetes-0.0.1 has no component 'etcdctl'");
    }

    private static Component downloaded(Path file) {
        Source source = new Source.Download(file.toUri().toString(), "0".repeat(64));
        Product product = new Product.Binary(file.getFileName().toString(), "tool/tool");
        return new Component("tool", "1.0.0", "MIT", source, null, List.of(product));
    }
}
