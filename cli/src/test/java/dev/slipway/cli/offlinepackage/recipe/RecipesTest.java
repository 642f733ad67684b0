package dev.slipway.cli.offlinepackage.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipesTest {
    private final Recipes recipes = new Recipes(Path.of("../infra/packages"));

    @TempDir
    private Path folder;

    @Test
    void theRepositoryHasTwoPackages() {
        assertThat(recipes.names()).containsExactly("kubernetes-1.36.3", "kubernetes-1.37.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes-1.36.3", "kubernetes-1.37.2", "platform"})
    void eachRecipeOfTheRepositoryIsValid(String name) {
        assertThat(recipes.read(name).components()).isNotEmpty();
    }

    @Test
    void theTwoPackagesShareEverythingButKubernetesAndEtcd() {
        Recipe older = recipes.read("kubernetes-1.36.3");
        Recipe newer = recipes.read("kubernetes-1.37.2");

        assertThat(newer.components().stream()
                        .filter(component -> !older.components().contains(component)))
                .extracting(Component::name)
                .containsExactly("etcd-server", "etcdctl", "etcdutl", "kubernetes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes-1.36.3", "kubernetes-1.37.2"})
    void aWrittenRecipeReadsAsTheSame(String name) {
        Recipe recipe = recipes.read(name);

        byte[] written = Recipes.write(recipe);

        assertThat(Recipes.parse(written)).isEqualTo(recipe);
        assertThat(Recipes.write(Recipes.parse(written))).isEqualTo(written);
    }

    @Test
    void aWrittenRecipeSaysTheKindOfAProductInAFieldThatEveryReaderSees() {
        String written = new String(Recipes.write(recipes.read("kubernetes-1.37.2")), StandardCharsets.UTF_8);

        assertThat(written).contains("kind: \"BINARY\"", "kind: \"IMAGE\"").doesNotContain("!<");
    }

    @Test
    void aComponentKnowsWhatItStandsOn() {
        Recipe recipe = recipes.read("kubernetes-1.37.2");

        assertThat(recipe.component("kubernetes").bases()).containsExactly("network-tools");
        assertThat(recipe.component("registry").bases()).containsExactly("package-server");
        assertThat(recipe.component("verification").bases()).isEmpty();
        assertThatThrownBy(() -> recipe.component("nothing")).hasMessageContaining("no component 'nothing'");
    }

    @Test
    void anUnknownRecipeNamesThoseThereAre() {
        assertThatThrownBy(() -> recipes.read("kubernetes-0.1"))
                .isInstanceOf(InvalidRecipeException.class)
                .hasMessageContaining("kubernetes-1.37.2");
    }

    @Test
    void aKeyThatNobodyReadsIsRefused() throws IOException {
        Files.writeString(folder.resolve("odd.yaml"), "name: odd\ncolour: blue\n");

        assertThatThrownBy(() -> new Recipes(folder).read("odd"))
                .isInstanceOf(InvalidRecipeException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void aPartThatIsNotThereIsNamed() throws IOException {
        Files.writeString(folder.resolve("odd.yaml"), "name: odd\ninclude: [parts/gone.yaml]\n");

        assertThatThrownBy(() -> new Recipes(folder).read("odd"))
                .isInstanceOf(InvalidRecipeException.class)
                .hasMessageStartingWith("Recipe gone.yaml is not valid");
    }

    @Test
    void aFolderOfRecipesThatIsNotThereIsAFailure() {
        assertThatThrownBy(() -> new Recipes(folder.resolve("gone")).names()).hasMessageContaining("gone");
    }

    @Test
    void anIndexNamesWhereAComponentIsReallyFrom() {
        Source fork = new Source.Go("example.org/tool", "v1.0.0", "h1:x", "example.org/fork", null);

        assertThat(fork.label()).isEqualTo("example.org/fork@v1.0.0");
        assertThat(new Source.Go("example.org/tool", "v1.0.0", "h1:x", null, null).label())
                .isEqualTo("example.org/tool@v1.0.0");
        assertThat(new Source.Debian(List.of("socat"), List.of()).label()).isEqualTo("debian:bookworm");
        assertThat(new Source.Download("https://example.org/x", "00").label()).isEqualTo("https://example.org/x");
    }

    @Test
    void onlyAPackageHasAVersionOfKubernetes() {
        assertThatThrownBy(() -> recipes.read("platform").requiredKubernetesVersion())
                .hasMessageContaining("kubernetesVersion is missing");
        assertThat(recipes.read("kubernetes-1.37.2").requiredKubernetesVersion())
                .isEqualTo("1.37.2");
    }
}
