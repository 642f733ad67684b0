package dev.slipway.cli.offlinepackage.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeCheckTest {
    private static final Source GO = new Source.Go("example.org/tool", "v1.0.0", "h1:x", null, null);
    private static final Build TOOL =
            new Build(null, false, "", "", List.of(new Program("tool", "example.org/tool", null)));

    @TempDir
    private Path folder;

    @Test
    void aGoodRecipeHasNoProblems() {
        assertThat(problems(component("tool", GO, new Product.Binary("tool", "tool/tool"))))
                .isEmpty();
    }

    @Test
    void everyProblemIsToldAtOnce() {
        Recipe recipe = new Recipe(
                "r",
                "1.0.0",
                "sparc",
                List.of(
                        component("tool", GO, new Product.Binary("missing", "../tool")),
                        component("tool", GO, new Product.Manifest("none.yaml", "none.yaml"))));

        assertThat(new RecipeCheck(recipe, folder).problems())
                .containsExactlyInAnyOrder(
                        "architecture must be amd64",
                        "component tool is there twice",
                        "tool: no program makes missing",
                        "tool: ../tool leads out of the package",
                        "tool: there is no file none.yaml");
    }

    @Test
    void twoProductsCannotBeInOnePlace() {
        assertThat(problems(
                        component("a", GO, new Product.Binary("tool", "bin/tool")),
                        component("b", GO, new Product.Binary("tool", "bin/tool"))))
                .containsExactly("two products are bin/tool");
    }

    @Test
    void aBaseMustBeARootFileSystem() {
        Product image = new Product.Image("i", "1", "tools", Map.of("tool", "/tool"), List.of(), null);
        Source debian = new Source.Debian(List.of("iptables"), List.of());
        Component tools =
                new Component("tools", "1", "GPL", debian, null, List.of(new Product.RootFileSystem(Map.of())));

        assertThat(problems(component("a", GO, image)))
                .containsExactly("a: no component tools makes a ROOT_FILE_SYSTEM");
        assertThat(problems(component("a", GO, image), tools)).isEmpty();
    }

    @Test
    void sourcesMustBePinned() {
        Source unpinned = new Source.Go("example.org/tool", "v1.0.0", "", null, null);
        Source versionless = new Source.Go("example.org/tool", "", "h1:x", null, null);
        Source short256 = new Source.Download("https://example.org/x", "abc");
        Source nothing = new Source.Debian(List.of(), List.of());

        assertThat(problems(component("a", unpinned))).containsExactly("a: sum must be an h1: checksum");
        assertThat(problems(component("a", versionless))).containsExactly("a: the module's version is missing");
        assertThat(problems(component("a", short256))).containsExactly("a: sha256 must be 64 hexadecimal digits");
        assertThat(problems(component("a", nothing))).containsExactly("a: debianPackages is empty");
    }

    @Test
    void aComponentMustSayWhatItIs() {
        assertThat(problems(new Component("a", " ", "MIT", GO, TOOL, List.of())))
                .containsExactly("a: name, version and licence are all needed");
    }

    @Test
    void whatIsLeftOutIsNamed() throws IOException {
        Files.writeString(folder.resolve("bare.yaml"), """
            architecture: amd64
            components:
              - {name: nothing}
              - {name: program, version: "1", licence: MIT, source: {goModule: example.org/tool, version: v1.0.0}}
              - {name: file, version: "1", licence: MIT, source: {url: "https://example.org/x"}}
            """);

        assertThatThrownBy(() -> new Recipes(folder).read("bare"))
                .isInstanceOf(InvalidRecipeException.class)
                .hasMessageContainingAll(
                        "nothing: name, version and licence are all needed",
                        "nothing: source is missing",
                        "program: sum must be an h1: checksum",
                        "file: sha256 must be 64 hexadecimal digits");
    }

    @Test
    void whatIsMadeOfAFileHasNoProgram() {
        Source file = new Source.Download("https://example.org/x", "0".repeat(64));

        assertThat(problems(component("a", file, new Product.Provider("x", "mirror/x.zip"))))
                .isEmpty();
        assertThat(problems(component("a", file, new Product.Provider("x", "/etc/x.zip"))))
                .containsExactly("a: /etc/x.zip leads out of the package");
    }

    @Test
    void aServerStandsOnARootFileSystem() {
        assertThat(problems(component("a", GO, new Product.Server("a", "tool"))))
                .containsExactly("a: no component a makes a ROOT_FILE_SYSTEM");
        assertThat(problems(component("a", GO, new Product.Server("a", "tool"), new Product.RootFileSystem(Map.of()))))
                .isEmpty();
    }

    private List<String> problems(Component... components) {
        return new RecipeCheck(new Recipe("r", "1.0.0", "amd64", List.of(components)), folder).problems();
    }

    private static Component component(String name, Source source, Product... products) {
        return new Component(name, "1.0.0", "MIT", source, TOOL, List.of(products));
    }
}
