package dev.slipway.cli.platform.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Home;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With words for programs; SupervisorIT has real ones. */
class SupervisorTest {
    @TempDir
    private Path folder;

    private Home home;
    private Supervisor supervisor;

    @BeforeEach
    void install() {
        home = Home.of(Map.of("HOME", folder.toString()));
        supervisor = new Supervisor(home);
    }

    @Test
    void programsOfANewVersionTakeThePlaceOfThoseThatAreGone() throws IOException {
        try (FakeSupervisor running = new FakeSupervisor(home)) {
            running.replaces("scheduler", "gateway");

            supervisor.load(List.of(new Program("gateway", List.of("java"), 3, "TERM", "")));

            assertThat(running.calls())
                    .containsExactly(
                            "stopProcessGroup scheduler", "removeProcessGroup scheduler", "addProcessGroup gateway");
            assertThat(home.settings().resolve("supervisor.conf")).content().contains("[program:gateway]");
        }
    }

    @Test
    void aProgramThatRunsIsNotStartedAgain() throws IOException {
        try (FakeSupervisor running = new FakeSupervisor(home)) {
            running.has("postgres", "STARTING");
            supervisor.start("postgres");
            assertThat(running.calls()).isEmpty();

            running.has("postgres", "BACKOFF");
            supervisor.start("postgres");
            assertThat(running.calls()).containsExactly("stopProcess postgres", "startProcess postgres");
        }
    }

    @Test
    void aSocketThatNobodyAnswersOnIsThatOfAKilledOne() throws IOException {
        PrivateFiles.write(new SupervisorSettings(home).socket(), "");

        assertThat(supervisor.running()).isFalse();
        assertThat(supervisor.states()).isEmpty();
    }

    @Test
    void oneThatAnswersNothingIsToldWithItsLog() throws IOException {
        PrivateFiles.folder(home.run());
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(new SupervisorSettings(home).socket()));
            Thread.ofVirtual().start(() -> hangUp(server));

            assertThatThrownBy(() -> supervisor.states())
                    .hasMessageStartingWith("The supervisor does not answer: ")
                    .asInstanceOf(type(ProblemException.class))
                    .satisfies(problem ->
                            assertThat(problem.waysOut()).containsExactly("its log: " + home.log("supervisor")));
        }
    }

    private static void hangUp(ServerSocketChannel server) {
        try {
            while (server.isOpen()) {
                server.accept().close();
            }
        } catch (ClosedChannelException ended) {
            // The test has what it wanted.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
