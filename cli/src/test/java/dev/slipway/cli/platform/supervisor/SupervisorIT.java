package dev.slipway.cli.platform.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real supervisord and programs that take a while to end. */
class SupervisorIT {
    private static final String DEAF = "signal.signal(signal.SIGTERM, lambda *_: None)";

    @SuppressWarnings("InlineFormatString")
    private static final String DEAF_PARENT = """
        child = subprocess.Popen(["sh", "-c", "trap 'sleep 2; echo child ended >> %1$s; exit 0' TERM;"
            " echo child waits >> %1$s; while :; do sleep 0.1; done"])
        def told(*_):
            child.terminate()
            child.wait()
        signal.signal(signal.SIGTERM, told)\
        """;

    @TempDir
    private Path folder;

    private Supervisor supervisor;
    private Path ends;

    @BeforeEach
    void prepare() throws IOException {
        Home home = Home.of(Map.of("HOME", folder.toString()));
        PrivateFiles.folder(home.data());
        ends = Files.createFile(folder.resolve("ends"));
        supervisor = new Supervisor(home);
    }

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void programsEndSideBySideWhileOthersGoOn() throws IOException {
        run(slow("first"), slow("second"), slow("other"));

        supervisor.stopTogether(List.of("first", "second", "unknown"));

        assertThat(Files.readAllLines(ends)).containsExactly("ending", "ending", "ended", "ended");
        assertThat(supervisor.states())
                .extracting(ProgramState::name, ProgramState::state)
                .containsExactlyInAnyOrder(
                        tuple("first", "STOPPED"), tuple("second", "STOPPED"), tuple("other", "RUNNING"));
    }

    @Test
    void whatHasEndedNeedNotBeStopped() {
        run(slow("first"), slow("second"), slow("other"));

        supervisor.stopTogether(List.of("first", "second"));
        supervisor.stopTogether(List.of("first", "second"));
        supervisor.stop();
        supervisor.stopTogether(List.of("first", "second", "other"));

        assertThat(supervisor.running()).isFalse();
    }

    @Test
    void programsEndAlsoWhenTheirSupervisorWasKilled() throws IOException {
        run(slow("first"), slow("second"));
        long program = supervisor.states().getFirst().process();
        ProcessHandle killed = ProcessHandle.of(program).orElseThrow().parent().orElseThrow();
        killed.destroyForcibly();
        killed.onExit().join();

        supervisor.stop();

        assertThat(Files.readAllLines(ends)).containsExactly("ending", "ending", "ended", "ended");
    }

    /** The time limit is shorter than supervisord's, which kills in the end whatever does not listen. */
    @Test
    @Timeout(30)
    void programsThatAreStoppedForGoodAreKilledAfterWhatTheyHaveStarted() throws IOException {
        run(deaf("alone", DEAF), deaf("parent", DEAF_PARENT.formatted(ends)));
        await().until(() -> Files.readString(ends).contains("child waits"));

        supervisor.stopForGood(List.of("alone", "parent"));

        assertThat(Files.readAllLines(ends)).containsExactly("child waits", "child ended");
        assertThat(supervisor.states()).allMatch(ProgramState::stopped);
    }

    @Test
    void whatWaitsForItsNextTryIsTriedAtOnceWhenAsked() throws IOException {
        Path cause = folder.resolve("cause");
        String script = "test -e %s && exec sleep 600".formatted(cause);
        supervisor.load(List.of(new Program("failing", List.of("sh", "-c", script), 1, "TERM", "")));
        supervisor.startAll();
        await().until(() -> supervisor.states().getFirst().waiting());
        Files.createFile(cause);

        supervisor.start("failing");

        await().until(() -> supervisor.states().getFirst().running());
    }

    private void run(Program... programs) {
        supervisor.load(List.of(programs));
        supervisor.startAll();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> supervisor.states().stream().allMatch(ProgramState::running));
    }

    /** A program that does not end when it is told to. */
    private Program deaf(String name, String script) throws IOException {
        Path file = Files.writeString(
                folder.resolve(name + ".py"),
                "import signal, subprocess, time\n" + script + "\nwhile True: time.sleep(600)\n");
        return new Program(name, List.of("python3", file.toString()), 1, "TERM", "");
    }

    private Program slow(String name) {
        String script =
                "trap 'echo ending >> %1$s; sleep 3; echo ended >> %1$s; exit 0' TERM; while :; do sleep 0.1; done"
                        .formatted(ends);
        return new Program(name, List.of("sh", "-c", script), 1, "TERM", "");
    }
}
