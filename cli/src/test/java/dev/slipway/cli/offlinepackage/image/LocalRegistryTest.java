package dev.slipway.cli.offlinepackage.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.external.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a script for the program; TinyPackageIT has the real one. */
class LocalRegistryTest {
    private static final String SERVES = """
            exec python3 -c "
            import re, socket, sys, time
            address = re.search('addr: .127.0.0.1:([0-9]+)', open(sys.argv[2]).read())
            server = socket.create_server(('127.0.0.1', int(address.group(1))))
            time.sleep(60)
            " "$@"
            """;

    @TempDir
    private Path folder;

    @Test
    void isStartedWithAnotherPortWhenItsOwnWasTaken() throws IOException {
        var program = program("[ $(wc -l < starts) -gt 2 ] || { echo address already in use; exit 1; }\n" + SERVES);

        try (var registry = LocalRegistry.start(program, folder.resolve("storage"), folder)) {
            assertThat(registry.address()).startsWith("127.0.0.1:");
        }

        assertThat(starts()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void saysWhatTheProgramSaidWhenItDoesNotStayAtAll() throws IOException {
        var program = program("echo no such storage driver; exit 3");

        assertThatThrownBy(() -> LocalRegistry.start(program, folder.resolve("storage"), folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("code 3")
                .hasMessageContaining("no such storage driver");

        assertThat(starts()).hasSize(3);
    }

    @Test
    void whatAnImageTakesIsCountedByItsManifest() throws IOException {
        Path blob = folder.resolve("docker/registry/v2/blobs/sha256/0a/0abc/data");
        Files.createDirectories(blob.getParent());
        Files.writeString(blob, """
            {"config": {"size": 10}, "layers": [{"size": 200}, {"size": 3000}]}
            """);

        assertThat(new RegistryStorage(folder).size("sha256:0abc")).isEqualTo(3210);
    }

    /** Writes down the address of each start before it does what it is told. */
    private Path program(String does) throws IOException {
        return Script.at(
                folder.resolve("registry"), "cd '%s'\ngrep -o 'addr: .*' \"$2\" >> starts\n%s".formatted(folder, does));
    }

    private List<String> starts() throws IOException {
        return Files.readAllLines(folder.resolve("starts"));
    }
}
