package dev.slipway.cli.offlinepackage.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The folder of recipes.
 *
 * @param folder where the recipes and the files they name are
 */
public record Recipes(Path folder) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            // A kind is a field for every reader, not a tag of this one's YAML library.
            .disable(YAMLWriteFeature.USE_NATIVE_TYPE_ID)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Names of the recipes of Kubernetes packages, newest version last. */
    public List<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("kubernetes-[0-9.]+\\.yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recipe of that name, with all it includes, checked. */
    public Recipe read(String name) {
        Path path = folder.resolve(name + ".yaml");
        if (!Files.exists(path)) {
            throw new InvalidRecipeException(name, List.of("there is no %s; known: %s".formatted(path, names())));
        }
        RecipeFile file = file(path);
        List<Component> components = new ArrayList<>();
        for (String part : file.include()) {
            components.addAll(file(folder.resolve(part)).components());
        }
        components.addAll(file.components());
        Recipe recipe = new Recipe(
                Objects.requireNonNullElse(file.name(), name),
                file.kubernetesVersion(),
                Objects.requireNonNullElse(file.architecture(), ""),
                components);
        return checked(recipe);
    }

    /** Reads a recipe as {@link #write} made it. */
    public static Recipe parse(byte[] yaml) {
        return YAML.readValue(yaml, Recipe.class);
    }

    /** The whole recipe as one YAML document; equal recipes give equal bytes. */
    public static byte[] write(Recipe recipe) {
        return YAML.writeValueAsString(recipe).getBytes(StandardCharsets.UTF_8);
    }

    private Recipe checked(Recipe recipe) {
        List<String> problems = new RecipeCheck(recipe, folder).problems();
        if (!problems.isEmpty()) {
            throw new InvalidRecipeException(recipe.name(), problems);
        }
        return recipe;
    }

    private static RecipeFile file(Path path) {
        try {
            return YAML.readValue(Files.readAllBytes(path), RecipeFile.class);
        } catch (IOException | JacksonException e) {
            throw new InvalidRecipeException(path.getFileName().toString(), List.of(String.valueOf(e.getMessage())));
        }
    }
}
