package dev.slipway.cli.offlinepackage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.offlinepackage.index.PackageIndex;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
