package dev.slipway.plan.offlinepackage.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.offlinepackage.PackageIndex;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** By the same recipe and index as the cli: whatever is left out is missed. */
class RecipeTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FOLDER = Path.of("../contracts/packages");

    @Test
    void missesNothingOfAWholePackage() {
        assertThat(missing(index())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"components", "files", "images"})
    void missesWhateverIsLeftOut(String list) {
        var count = index().path(list).size();

        assertThat(count).isPositive();
        for (var left = 0; left < count; left++) {
            var index = index();
            ((ArrayNode) index.path(list)).remove(left);
            assertThat(missing(index)).as("%s without number %d", list, left).hasSize(1);
        }
    }

    @Test
    void missesAComponentOfWhichAnotherVersionIsThere() {
        var index = index();
        ((ObjectNode) index.at("/components/0")).put("version", "2");

        assertThat(missing(index)).containsExactly("component tool 1");
    }

    private static ObjectNode index() {
        return (ObjectNode) JSON.readTree(FOLDER.resolve("whole-index.json").toFile());
    }

    private static List<String> missing(JsonNode index) {
        var recipe = YAMLMapper.builder()
                .build()
                .readValue(FOLDER.resolve("whole-recipe.yaml").toFile(), Recipe.class);
        return recipe.missing(JSON.treeToValue(index, PackageIndex.class)).toList();
    }
}
