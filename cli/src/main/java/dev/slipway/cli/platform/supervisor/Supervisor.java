package dev.slipway.cli.platform.supervisor;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.external.ExternalProgramFailedException;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.platform.files.PrivateFiles;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The supervisord of one data folder. */
public final class Supervisor {
    private final Home home;
    private final Path settings;
    private final SupervisorSettings format;
    private final SupervisorInterface asked;

    /** The supervisor of the given installation. */
    public Supervisor(Home home) {
        this.home = home;
        this.settings = home.settings().resolve("supervisor.conf");
        this.format = new SupervisorSettings(home);
        this.asked = new SupervisorInterface(format.socket());
    }

    /** Whether it runs. */
    public boolean running() {
        if (!Files.exists(format.socket())) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(format.socket()));
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts it unless it runs, and tells it which programs there are; a program that changed is stopped. */
    public void load(List<Program> programs) {
        PrivateFiles.folder(home.settings());
        PrivateFiles.folder(home.run());
        PrivateFiles.folder(home.logs());
        PrivateFiles.write(settings, format.text(programs));
        if (running()) {
            control("update");
        } else {
            ExternalProgram.of("supervisord", "-c", settings.toString())
                    .in(home.data())
                    .run();
        }
    }

    /** Starts a program unless it runs or is about to. */
    public void start(String name) {
        if (states().stream().noneMatch(state -> state.name().equals(name) && state.started())) {
            ask(() -> asked.start(name));
        }
    }

    /** Starts every program that does not run, all at once. */
    public void startAll() {
        if (!states().stream().allMatch(ProgramState::started)) {
            ask(asked::startAll);
        }
    }

    /** What all programs are at; nothing when the supervisor does not run. */
    public List<ProgramState> states() {
        if (!running()) {
            return List.of();
        }
        List<ProgramState> states = new ArrayList<>();
        ask(() -> states.addAll(asked.states()));
        return states;
    }

    /** Stops all programs, the last started first, and then itself. */
    public void stop() {
        if (!running()) {
            return;
        }
        long process = Long.parseLong(control("pid").strip());
        control("shutdown");
        ProcessHandle.of(process).ifPresent(handle -> handle.onExit().join());
    }

    private void ask(Question question) {
        try {
            question.ask();
        } catch (IOException e) {
            throw silent(e);
        }
    }

    private ProblemException silent(Exception cause) {
        return new ProblemException(
                "The supervisor does not answer: " + cause.getMessage(), cause, "its log: " + home.log("supervisor"));
    }

    private String control(String... arguments) {
        // The exit code of supervisorctl tells the programs' states, which its output tells better.
        ExternalProgram program = ExternalProgram.of("sh", "-c", "\"$@\" || [ $? -le 7 ]", "sh")
                .and(List.of("supervisorctl", "-c", settings.toString()))
                .and(List.of(arguments));
        try {
            return program.run();
        } catch (ExternalProgramFailedException e) {
            throw silent(e);
        }
    }

    /** Something that is asked of supervisord. */
    @FunctionalInterface
    private interface Question {
        void ask() throws IOException;
    }
}
