package dev.slipway.cli.offlinepackage.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One YAML file: a recipe, or a part that recipes include. */
record RecipeFile(
        @Nullable String name,
        @Nullable String kubernetesVersion,
        @Nullable String architecture,
        List<String> include,
        List<Component> components) {
    RecipeFile {
        include = RecipeText.copyOf(include);
        components = RecipeText.copyOf(components);
    }
}
