package dev.slipway.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine's program is called with; a script stands for it. */
class DockerImagesTest {
    @TempDir
    private Path folder;

    private Path calls;
    private Path loaded;
    private DockerImages docker;

    @BeforeEach
    void install() throws IOException {
        calls = folder.resolve("calls");
        loaded = folder.resolve("loaded");
        Path program = Files.writeString(folder.resolve("docker"), """
            #!/bin/sh
            echo "$*" >>%s
            case "$*" in
                load*) cat >%s ;;
                "images --quiet"*) ;;
                images*) printf 'slipway/a:1\\nslipway/b:1\\n<none>:<none>\\n' ;;
                port*) echo 127.0.0.1:49153 ;;
                'rmi slipway/b:1') echo 'conflict: container c1 uses it' >&2; exit 1 ;;
                'run'*broken*) echo 'no such image' >&2; exit 1 ;;
            esac
            """.formatted(calls, loaded));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        docker = new DockerImages(program.toString());
    }

    @Test
    void aTemporaryContainerIsFoundByAPurgeAndRemovedAtItsEnd() throws IOException {
        String name = "slipway-verify-" + ProcessHandle.current().pid();
        try (TemporaryContainer container = TemporaryContainer.start(docker, "slipway-verify", "slipway/a:1")) {
            assertThat(container.address()).isEqualTo("http://127.0.0.1:49153");
        }
        assertThat(calls())
                .containsExactly(
                        "run --detach --label dev.slipway=true --rm --name " + name
                                + " --read-only --tmpfs=/tmp --publish=127.0.0.1::8080 slipway/a:1",
                        "port " + name + " 8080/tcp",
                        "rm --force --volumes " + name);
    }

    @Test
    void aContainerThatDidNotStartIsRemoved() throws IOException {
        assertThatThrownBy(() -> TemporaryContainer.start(docker, "slipway-verify", "broken"))
                .hasMessageContaining("no such image");

        assertThat(calls().getLast()).startsWith("rm --force --volumes slipway-verify-");
    }

    @Test
    void anImageIsLoadedAsItIsWritten() throws IOException {
        docker.load(engine -> engine.write("archive".getBytes(StandardCharsets.UTF_8)));

        assertThat(calls()).containsExactly("load --quiet");
        assertThat(loaded).hasContent("archive");
    }

    @Test
    void anImageThatCannotBeRemovedIsNamed() {
        var removal = docker.removeLabelled("dev.slipway.package.key=k");

        assertThat(removal.removed()).containsExactly("image slipway/a:1");
        assertThat(removal.left())
                .singleElement()
                .asString()
                .startsWith("image slipway/b:1: ")
                .contains("container c1 uses it");
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(calls);
    }
}
