package dev.slipway.cli.platform.programs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.gobuild.GoBuilder;
import dev.slipway.cli.gobuild.GoModule;
import dev.slipway.cli.gobuild.GoProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The programs of the recipe {@code infra/packages/platform.yaml}, each built once. */
public final class PlatformPrograms {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path recipe;
    private final GoBuilder builder;

    /** The programs of the given recipe. */
    public PlatformPrograms(Path recipe, GoBuilder builder) {
        this.recipe = recipe;
        this.builder = builder;
    }

    /** The program of the given name, built with the others of its module. */
    public Path build(String name) {
        for (Component component : YAML.readValue(recipe.toFile(), Recipe.class).components()) {
            if (component.build().programs().stream()
                    .anyMatch(program -> program.output().equals(name))) {
                return builder.build(component.goPrograms()).stream()
                        .filter(file -> file.endsWith(name))
                        .findFirst()
                        .orElseThrow();
            }
        }
        throw new ProblemException(recipe + " has no program " + name);
    }

    /** Puts a link to the program into a folder of the PATH. */
    public void link(String name, Path folder) {
        Path program = build(name);
        try {
            Files.createDirectories(folder);
            Path link = folder.resolve(name + ".partial");
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, program);
            Files.move(link, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Recipe(List<Component> components) {}

    private record Component(Source source, Build build) {
        List<GoProgram> goPrograms() {
            return build.programs().stream()
                    .map(program -> GoProgram.plain(source.module(), program.packagePath(), program.output()))
                    .toList();
        }
    }

    private record Source(String goModule, String version, String sum) {
        GoModule module() {
            @Nullable String none = null;
            return new GoModule(goModule, version, sum, none, none);
        }
    }

    private record Build(List<Program> programs) {}

    private record Program(
            String output, @JsonProperty("package") String packagePath) {}
}
