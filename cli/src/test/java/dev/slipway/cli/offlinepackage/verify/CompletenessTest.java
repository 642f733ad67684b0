package dev.slipway.cli.offlinepackage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.offlinepackage.index.PackageIndex;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Product;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import dev.slipway.cli.offlinepackage.recipe.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** By the same recipe and index as plan-service: whatever is left out is missed. */
class CompletenessTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FOLDER = Path.of("../contracts/packages");

    @Test
    void missesNothingOfAWholePackage() throws IOException {
        assertThat(problems(index())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"components", "files", "images"})
    void missesWhateverIsLeftOut(String list) throws IOException {
        int count = index().path(list).size();

        assertThat(count).isPositive();
        for (int left = 0; left < count; left++) {
            ObjectNode index = index();
            ((ArrayNode) index.path(list)).remove(left);
            assertThat(problems(index)).as("%s without number %d", list, left).hasSize(1);
        }
    }

    @Test
    void missesAComponentOfWhichAnotherVersionIsThere() throws IOException {
        ObjectNode index = index();
        ((ObjectNode) index.at("/components/0")).put("version", "2");

        assertThat(problems(index)).containsExactly("component tool 1 is missing, which the recipe names");
    }

    @Test
    void missesAProviderButNothingOfWhatTheImageStandsOn() {
        Source source = new Source.Download("https://example.org/x", "00");
        List<Product> products = List.of(
                new Product.Provider("x", "mirror/x.zip"),
                new Product.Server("base", "x"),
                new Product.RootFileSystem(Map.of()),
                new Product.OsPackages("apt"));
        Recipe recipe =
                new Recipe("r", "0.0.1", "amd64", List.of(new Component("x", "1", "MIT", source, null, products)));

        PackageIndex nothing =
                new PackageIndex(1, "r", "0.0.1", "amd64", Instant.EPOCH, "", "", List.of(), List.of(), List.of());

        assertThat(new Completeness(recipe, nothing).problems())
                .containsExactly(
                        "component x 1 is missing, which the recipe names",
                        "files/mirror/x.zip is missing, which the recipe names",
                        "apt/Packages is missing, which the recipe names",
                        "apt/Release is missing, which the recipe names",
                        "apt/InRelease is missing, which the recipe names");
    }

    private static ObjectNode index() {
        return (ObjectNode) JSON.readTree(FOLDER.resolve("whole-index.json").toFile());
    }

    private static List<String> problems(JsonNode index) throws IOException {
        return new Completeness(
                        Recipes.parse(Files.readAllBytes(FOLDER.resolve("whole-recipe.yaml"))),
                        PackageIndex.parse(JSON.writeValueAsBytes(index)))
                .problems();
    }
}
