package dev.slipway.cli.platform.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftProgramsTest {
    @TempDir
    private Path folder;

    private Process deaf;
    private Process others;

    @AfterEach
    void stop() {
        deaf.destroyForcibly();
        others.destroyForcibly();
    }

    @Test
    void killsWhatDoesNotListenAndLeavesOtherInstallationsAlone() throws IOException {
        deaf = started(folder, "trap '' TERM; echo; while :; do sleep 0.1; done");
        others = started(folder.resolveSibling(folder.getFileName() + "-2"), "echo; exec sleep 300");

        new LeftPrograms(folder, Duration.ofMillis(500)).end();

        assertThat(deaf.onExit()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(others.isAlive()).isTrue();
    }

    /** Returns a process that has said that it is ready. */
    private static Process started(Path data, String script) throws IOException {
        var program = new ProcessBuilder("sh", "-c", script);
        program.environment().put(LeftPrograms.MARK, data.toString());
        var process = program.start();
        assertThat(process.getInputStream().read()).isEqualTo('\n');
        return process;
    }
}
