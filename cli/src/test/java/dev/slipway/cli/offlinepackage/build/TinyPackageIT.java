package dev.slipway.cli.offlinepackage.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.offlinepackage.PackageCommands;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small recipe with real sources, from its YAML to a running container whose every byte is verified. */
class TinyPackageIT {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private PackageFolders folders;

    @BeforeEach
    void writeRecipe() throws IOException {
        Path source = Path.of("../infra/packages").toRealPath();
        Path recipes = Files.createDirectories(folder.resolve("recipes/parts"));
        Files.copy(source.resolve("parts/server.yaml"), recipes.resolve("server.yaml"));
        Files.createSymbolicLink(recipes.resolveSibling("server"), source.resolve("server"));
        var cni = new Recipes(source).read("kubernetes-1.37.2").component("cni-flannel");
        String component = new String(Recipes.write(TestRecipes.recipe(cni)), StandardCharsets.UTF_8);
        Files.writeString(recipes.resolve("cni.yaml"), component.substring(component.indexOf("components:")));
        Files.writeString(recipes.resolveSibling("kubernetes-0.0.1.yaml"), """
            name: kubernetes-0.0.1
            kubernetesVersion: 0.0.1
            architecture: amd64
            include: [parts/server.yaml, parts/cni.yaml]
            components:
              - name: verification
                version: bookworm
                licence: GPL-2.0-only
                source: {debianPackages: [busybox-static]}
                products:
                  - {kind: ROOT_FILE_SYSTEM, links: {/bin/sh: busybox}}
                  - {kind: IMAGE, repository: verification, tag: bookworm, base: verification}
                  - {kind: OS_PACKAGE, path: apt}
            """);
        folders = new PackageFolders(recipes.getParent(), cache(), folder.resolve("keys"));
    }

    @AfterEach
    void removeImage() {
        assertThat(new OwnImages(folders).remove().removed())
                .singleElement()
                .asString()
                .startsWith("image slipway/package-kubernetes:");
    }

    @Test
    void aRecipeBecomesAPackageThatVerifies() throws IOException {
        assertThat(run("build", "0.0.1")).as(text()).isZero();
        assertThat(run("build", "0.0.1", "--component", "verification"))
                .as(text())
                .isZero();
        assertThat(run("verify", "0.0.1")).as(text()).isZero();

        assertThat(text()).contains("IMAGES     passed", "SIGNATURE  passed", "verification");
        PackageRecord first = PackageRecords.in(folders).list().getFirst();
        assertThat(run("build", "0.0.1")).isZero();
        assertThat(PackageRecords.in(folders).list()).isEqualTo(List.of(first));
        assertThat(run("list")).isZero();
        assertThat(text()).contains(first.image()).endsWith("yes\n");
    }

    /** A cache of its own for packages, but this machine's for Go: what is compiled is not what is tested here. */
    private Path cache() throws IOException {
        Path cache = Files.createDirectories(folder.resolve("cache"));
        Path kept = PackageFolders.of(System.getenv()).cache();
        for (String name : List.of("go", "go-programs")) {
            Files.createDirectories(kept.resolve(name));
            Files.createSymbolicLink(cache.resolve(name), kept.resolve(name));
        }
        return cache;
    }

    private int run(String... arguments) {
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        return PackageCommands.commandLine(folders, "slipway-tiny-it", stream, stream)
                .execute(arguments);
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
