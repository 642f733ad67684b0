package dev.slipway.cli.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalProgramTest {
    @TempDir
    private Path folder;

    @Test
    void whatItPrintsIsReturned() {
        assertThat(ExternalProgram.of("echo", "hello").and(List.of("you")).run())
                .isEqualTo("hello you\n");
    }

    @Test
    void itRunsInItsFolderWithItsVariables() {
        ExternalProgram program = ExternalProgram.of("sh", "-c", "pwd; echo $COLOUR");

        assertThat(program.in(folder).with("COLOUR", "blue").run().lines()).containsExactly(folder.toString(), "blue");
    }

    @Test
    void aFailureTellsTheCodeAndTheLastWords() {
        assertThatThrownBy(() -> ExternalProgram.of("sh", "-c", "echo so; echo bad >&2; exit 3")
                        .run())
                .isInstanceOf(ExternalProgramFailedException.class)
                .hasMessage("'sh -c' ended with code 3\nbad");
    }

    @Test
    void aFailureThatSaysNothingTellsTheOutput() {
        assertThatThrownBy(
                        () -> ExternalProgram.of("sh", "-c", "echo so; exit 1").run())
                .hasMessageEndingWith("so");
    }

    @Test
    void onlyTheEndOfALongFailureIsKept() {
        assertThatThrownBy(() ->
                        ExternalProgram.of("sh", "-c", "seq 1 100; exit 1").run())
                .hasMessageContaining("86")
                .hasMessageNotContaining("\n85\n");
    }

    @Test
    void aFullDiskIsNamedAsTheCause() {
        assertThatThrownBy(() -> ExternalProgram.of("sh", "-c", "echo write: no space left on device; exit 1")
                        .run())
                .hasMessageContaining("because the disk is full");
    }

    @Test
    void aProgramThatIsNotInstalledIsNamedWithTheWayOut() {
        assertThatThrownBy(() -> ExternalProgram.of("surely-not-installed").run())
                .isInstanceOf(MissingProgramException.class)
                .hasMessageContaining("apt-get install surely-not-installed");
        assertThat(new MissingProgramException("go", new IllegalStateException()))
                .hasMessageContaining("Go 1.26");
        assertThat(new MissingProgramException("apt-ftparchive", new IllegalStateException()))
                .hasMessageContaining("apt-utils");
    }

    @Test
    void itReadsWhatIsWrittenToIt() {
        assertThat(ExternalProgram.of("cat").run(program -> program.write('a'))).isEqualTo("a");
        assertThat(ExternalProgram.of("cat").run()).isEmpty();
    }

    @Test
    void aProgramThatDoesNotReadAllHasFailed() {
        assertThatThrownBy(() -> ExternalProgram.of("sh", "-c", "exec <&-; echo enough")
                        .run(program -> program.write(new byte[1 << 20])))
                .isInstanceOf(ExternalProgramFailedException.class)
                .hasMessageEndingWith("enough");
    }

    @Test
    void whatItSaysIsShown() {
        var shown = new ByteArrayOutputStream();

        int code =
                ExternalProgram.of("sh", "-c", "echo one; echo two >&2; exit 3").show(shown);

        assertThat(code).isEqualTo(3);
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("one\ntwo\n");
    }

    @Test
    void aStartedProgramWritesToItsLog() throws Exception {
        Path log = folder.resolve("log");

        int code = ExternalProgram.of("sh", "-c", "echo one; echo two >&2")
                .start(log)
                .waitFor();

        assertThat(code).isZero();
        assertThat(Files.readString(log)).isEqualTo("one\ntwo\n");
    }

    @Test
    void aTreeOfProcessesEndsAtOnce() throws Exception {
        Process process = ExternalProgram.of("sh", "-c", "sleep 60 & wait").start(folder.resolve("log"));

        ChildProcesses.endTree(process);

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anInterruptedWaitEndsTheProgram() throws InterruptedException {
        Thread waiting = Thread.ofPlatform()
                .start(() -> ExternalProgram.of("sleep", "60").run());

        waiting.interrupt();

        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    }
}
