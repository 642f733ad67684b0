package dev.slipway.cli.offlinepackage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.offlinepackage.PackageProgress;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import dev.slipway.cli.progress.Detail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageBuilderTest {
    @TempDir
    private Path folder;

    private PackageBuilder builder;

    @BeforeEach
    void writeRecipe() throws IOException {
        Path recipes = Files.createDirectories(folder.resolve("recipes"));
        Files.createSymbolicLink(
                recipes.resolve("server"), Path.of("../infra/packages/server").toRealPath());
        Files.write(
                recipes.resolve("kubernetes-0.0.1.yaml"),
                Recipes.write(TestRecipes.recipe(TestRecipes.program("etcd"))));
        PackageFolders folders = new PackageFolders(recipes, folder.resolve("cache"), folder.resolve("keys"));
        Clock clock = Clock.systemUTC();
        builder = new PackageBuilder(folders, new PackageProgress(new Detail(_ -> {}), clock), clock);
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
}
