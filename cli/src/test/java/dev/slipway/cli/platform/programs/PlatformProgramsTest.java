package dev.slipway.cli.platform.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.failure.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformProgramsTest {
    @TempDir
    private Path folder;

    private PlatformPrograms programs;

    @BeforeEach
    void build() throws IOException {
        programs = BuiltPlatform.in(folder, "server", "tool");
    }

    @Test
    void aProgramIsFoundAmongThoseOfItsModule() {
        assertThat(programs.build("tool")).hasContent("tool");
        assertThat(programs.build("server")).hasContent("server");
    }

    @Test
    void aProgramThatTheRecipeDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> programs.build("compass"))
                .isInstanceOf(ProblemException.class)
                .hasMessage(folder.resolve("platform.yaml") + " has no program compass");
    }

    @Test
    void aLinkTakesThePlaceOfThatToAnEarlierBuild() throws IOException {
        Path path = folder.resolve("new/bin");
        programs.link("tool", path);
        Files.delete(path.resolve("tool"));
        Files.createSymbolicLink(path.resolve("tool"), folder.resolve("earlier"));
        Files.createSymbolicLink(path.resolve("tool.partial"), folder.resolve("killed"));

        programs.link("tool", path);

        assertThat(path.resolve("tool")).isSymbolicLink().hasContent("tool");
        assertThat(path.toFile().list()).containsExactly("tool");
    }

    @Test
    void aFolderThatCannotBeMadeIsAFailure() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> programs.link("tool", file.resolve("bin")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }
}
