package dev.slipway.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.external.ExternalProgramFailedException;
import dev.slipway.cli.external.Script;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private Path broken;
    private DockerImages docker;

    @BeforeEach
    void install() throws IOException {
        calls = folder.resolve("calls");
        loaded = folder.resolve("loaded");
        broken = folder.resolve("broken");
        Path program = Script.at(folder.resolve("docker"), """
            echo "$*" >>%s
            case "$*" in
                "images --quiet"*) ;;
                images*) printf 'slipway/a:1\\nslipway/b:1\\n<none>:<none>\\n' ;;
                port*) echo 127.0.0.1:49153 ;;
                'rmi slipway/b:1') echo 'conflict: container c1 uses it' >&2; exit 1 ;;
                'run'*broken*) echo 'no such image' >&2; exit 1 ;;
                load*) cat >%s; test ! -e %s || { echo 'open /var/lib: read-only file system'; exit 1; } ;;
                *Size*gone*) echo 'no such image' >&2; exit 1 ;;
                *Size*) echo 5000 ;;
                *absent*) echo ;;
                *Labels*) echo 0123 ;;
            esac
            """.formatted(calls, loaded, broken));
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
    void anImageThatCannotBeRemovedIsNamed() {
        var removal = docker.removeLabelled("dev.slipway.package.key=k");

        assertThat(removal.removed()).containsExactly("image slipway/a:1");
        assertThat(removal.left())
                .singleElement()
                .asString()
                .startsWith("image slipway/b:1: ")
                .contains("container c1 uses it");
    }

    @Test
    void anImageIsLoadedAsItIsWritten() throws IOException {
        docker.load(DockerImagesTest::archive);

        assertThat(calls()).containsExactly("load --quiet");
        assertThat(loaded).hasContent("archive");
    }

    @Test
    void anImageThatTheEngineDoesNotTakeIsToldInItsWords() throws IOException {
        Files.createFile(broken);

        assertThatThrownBy(() -> docker.load(DockerImagesTest::archive))
                .isInstanceOf(ExternalProgramFailedException.class)
                .hasMessageEndingWith("docker load' ended with code 1\nopen /var/lib: read-only file system");
    }

    @Test
    void anImageIsLookedAt() {
        assertThat(docker.size("slipway/a:1")).hasValue(5000L);
        assertThat(docker.size("slipway/gone:1")).isEmpty();
        assertThat(docker.label("slipway/a:1", "digest")).hasValue("0123");
        assertThat(docker.label("slipway/a:1", "absent")).isEmpty();
    }

    private static void archive(OutputStream engine) throws IOException {
        engine.write("archive".getBytes(StandardCharsets.UTF_8));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(calls);
    }
}
