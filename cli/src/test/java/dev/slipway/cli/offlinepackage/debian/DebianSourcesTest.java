package dev.slipway.cli.offlinepackage.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianSourcesTest {
    @TempDir
    private Path folder;

    @Test
    void aDebianUsesItsOwnSources() throws IOException {
        Path osRelease = Files.writeString(folder.resolve("os-release"), "VERSION_CODENAME=bookworm\n");

        assertThat(new DebianSources(null, osRelease).options(folder)).isEmpty();
    }

    @Test
    void anotherSystemIsToldToNameAMirror() throws IOException {
        Path osRelease = Files.writeString(folder.resolve("os-release"), "VERSION_CODENAME=noble\n");

        assertThatThrownBy(() -> new DebianSources(null, osRelease).options(folder))
                .hasMessageContaining("SLIPWAY_DEBIAN_MIRROR");
    }

    @Test
    void anotherSystemIsRefusedBeforeAnythingIsFetched() throws IOException {
        Path osRelease = Files.writeString(folder.resolve("os-release"), "VERSION_CODENAME=noble\n");

        assertThatThrownBy(new DebianSources(null, osRelease)::require).hasMessageContaining("SLIPWAY_DEBIAN_MIRROR");
        assertThatCode(new DebianSources("http://mirror.example/debian", osRelease)::require)
                .doesNotThrowAnyException();
    }

    @Test
    void anEmptyNameIsNoMirror() {
        assertThat(DebianSources.of(Map.of("SLIPWAY_DEBIAN_MIRROR", "")).mirror())
                .isNull();
    }

    @Test
    void aNamedMirrorIsUsedWithItsSignaturesChecked() throws IOException {
        DebianSources sources = DebianSources.of(Map.of("SLIPWAY_DEBIAN_MIRROR", "http://mirror.example/debian"));

        assertThat(sources.options(folder)).contains("Dir::Etc::sourcelist=" + folder.resolve("sources.list"));
        assertThat(folder.resolve("sources.list"))
                .content()
                .contains("http://mirror.example/debian bookworm main", "signed-by=")
                .doesNotContain("trusted");
    }
}
