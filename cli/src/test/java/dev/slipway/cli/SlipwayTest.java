package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.files.PrivateFiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong before there is an installation to work on. */
class SlipwayTest {
    @TempDir
    private Path home;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void aCommandWorksOnTheInstallationThatTheEnvironmentNames() {
        assertThat(run(Map.of("HOME", home.toString()), "logs")).isEqualTo(1);
        assertThat(text()).startsWith("slipway: There are no logs yet");
    }

    @Test
    void aPortBaseThatIsNoneIsWrongUse() {
        assertThat(run(Map.of("HOME", home.toString(), "SLIPWAY_PORT_BASE", "seven"), "status"))
                .isEqualTo(2);
        assertThat(run(Map.of("HOME", home.toString(), "SLIPWAY_PORT_BASE", "80"), "status"))
                .isEqualTo(2);
        assertThat(text().lines())
                .containsExactly(
                        "slipway: SLIPWAY_PORT_BASE must be a number, not seven",
                        "slipway: SLIPWAY_PORT_BASE must be between 1024 and 65000");
    }

    @Test
    void whatIsKeptOfTheLastStartAndCannotBeReadIsAFailure() {
        PrivateFiles.write(home.resolve(".local/share/slipway/installation.json"), "half a fi");

        assertThat(run(Map.of("HOME", home.toString()), "status")).isEqualTo(1);

        assertThat(text())
                .startsWith("slipway: What is kept of the last start cannot be understood")
                .contains("delete the file");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Slipway.run(environment, new PrintStream(told, true, StandardCharsets.UTF_8), arguments);
    }

    private String text() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
