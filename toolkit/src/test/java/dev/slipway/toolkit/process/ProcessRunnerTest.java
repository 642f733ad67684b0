package dev.slipway.toolkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRunnerTest {
    private final ProcessRunner runner = new ProcessRunner(Duration.ofSeconds(5));
    private final List<OutputLine> lines = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void handsOnTheLinesOfBothPipes() {
        var program = FakeExecutable.create(folder, "tool", "echo hello; echo trouble >&2");

        var result = run(Command.of(program.path().toString()));

        assertThat(result.exitCode()).isZero();
        assertThat(lines)
                .extracting(OutputLine::stream, OutputLine::text)
                .containsExactlyInAnyOrder(tuple(Stream.OUT, "hello"), tuple(Stream.ERR, "trouble"));
    }

    @Test
    void givesOnlyTheEnvironmentOfTheCommand() {
        var program = FakeExecutable.create(folder, "tool", "");

        run(Command.of("tool", "one", "two words")
                .with("PATH", program.searchPath())
                .with("TF_INPUT", "0")
                .in(folder));

        assertThat(program.calls()).containsExactly("one two words");
        assertThat(program.environment())
                .contains("TF_INPUT=0")
                .allMatch(variable -> variable.matches("(PATH|HOME|TF_INPUT|PWD|OLDPWD|SHLVL|_)=.*"));
        assertThat(program.directory()).isEqualTo(folder);
    }

    @Test
    void throwsTheExitCodeAndTheLastLines() {
        var program = FakeExecutable.create(folder, "tool", "echo first; echo reason >&2; exit 7");

        var failure = catchThrowableOfType(
                ExitException.class, () -> run(Command.of(program.path().toString())));

        assertThat(failure.exitCode()).isEqualTo(7);
        assertThat(failure.lastLines()).containsExactlyInAnyOrder("first", "reason");
        assertThat(failure).hasMessageContaining("tool ended with exit code 7");
        assertThat(failure.command().executable()).endsWith("tool");
    }

    @Test
    void keepsTheMessageOfAFailureShort() {
        var program = FakeExecutable.create(folder, "tool", "head -c 5000 /dev/zero | tr '\\0' x; exit 1");

        var failure = catchThrowableOfType(
                ExitException.class, () -> run(Command.of(program.path().toString())));

        assertThat(failure.getMessage()).hasSizeLessThan(600).endsWith("xxx...");
    }

    @Test
    void hidesSecretsInLinesAndFailures() {
        var program = FakeExecutable.create(folder, "tool", "echo \"password is $PASSWORD\"; exit 1");
        var command = Command.of(program.path().toString())
                .with("PASSWORD", "tops3cret")
                .hiding("tops3cret");

        var failure = catchThrowableOfType(ExitException.class, () -> run(command));

        assertThat(lines).extracting(OutputLine::text).containsExactly("password is ***");
        assertThat(failure.lastLines()).containsExactly("password is ***");
        assertThat(failure.getMessage()).doesNotContain("tops3cret");
    }

    @Test
    void drainsMoreThanAPipeHoldsAndKeepsOnlyTheLastLines() {
        var program = FakeExecutable.create(
                folder, "tool", "i=0; while [ $i -lt 20000 ]; do echo line-$i; echo more-$i >&2; i=$((i+1)); done");

        var result = run(Command.of(program.path().toString()));

        assertThat(lines).hasSize(40_000);
        assertThat(result.lastLines()).hasSize(RunOutput.KEPT_LINES);
    }

    @Test
    void readsNoInput() {
        var program = FakeExecutable.create(folder, "tool", "cat; echo done");

        assertThat(run(Command.of(program.path().toString())).lastLines()).containsExactly("done");
    }

    @Test
    void tellsAMissingProgramFromAFailedOne() {
        assertThatThrownBy(() -> run(Command.of("no-such-program")))
                .isInstanceOf(StartException.class)
                .hasMessage("no-such-program is not on the PATH");
        assertThatThrownBy(() -> run(Command.of("/no/such/program")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("missing or not executable");
    }

    @Test
    void tellsAMissingDirectory() {
        assertThatThrownBy(() -> run(Command.of("true").in(folder.resolve("missing"))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("Cannot start true in");
    }

    @Test
    void stopsAndRethrowsWhenAConsumerFails() {
        var program = FakeExecutable.create(folder, "tool", "echo one; exec sleep 60");

        assertThatThrownBy(() -> runner.run(
                        Command.of(program.path().toString()),
                        line -> {
                            throw new IllegalStateException("disk full");
                        },
                        StopCheck.NEVER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
    }

    private ProcessResult run(Command command) {
        return runner.run(command, lines::add, StopCheck.NEVER);
    }
}
