package dev.slipway.cli.offlinepackage.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** Writes down the address of each start before it does what it is told. */
    private Path program(String does) throws IOException {
        var file = folder.resolve("registry");
        Files.writeString(
                file, "#!/bin/bash\ncd '%s'\ngrep -o 'addr: .*' \"$2\" >> starts\n%s".formatted(folder, does));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> starts() throws IOException {
        return Files.readAllLines(folder.resolve("starts"));
    }
}
