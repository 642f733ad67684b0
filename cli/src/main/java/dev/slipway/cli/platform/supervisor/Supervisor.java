package dev.slipway.cli.platform.supervisor;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.waiting.Waiting;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The supervisord of one data folder. */
public final class Supervisor {
    /** Longer than supervisord waits until it kills. */
    private static final Waiting STOP = Waiting.upTo(Duration.ofSeconds(SupervisorSettings.STOP_SECONDS + 30));

    private final Home home;
    private final Path settings;
    private final SupervisorSettings format;
    private final SupervisorInterface asked;
    private final LeftPrograms left;

    /** The supervisor of the given installation. */
    public Supervisor(Home home) {
        this.home = home;
        this.settings = home.settings().resolve("supervisor.conf");
        this.format = new SupervisorSettings(home);
        this.asked = new SupervisorInterface(format.socket());
        this.left = new LeftPrograms(home.data(), Duration.ofSeconds(SupervisorSettings.STOP_SECONDS));
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

    /**
     * Starts it unless it runs, and tells it which programs there are; one that changed goes on until it is renewed.
     */
    public void load(List<Program> programs) {
        PrivateFiles.folder(home.settings());
        PrivateFiles.folder(home.run());
        PrivateFiles.folder(home.logs());
        PrivateFiles.write(settings, format.text(programs));
        if (running()) {
            ask(this::addAndRemove);
        } else {
            ExternalProgram.of("supervisord", "-c", settings.toString())
                    .in(home.data())
                    .run();
        }
    }

    private void addAndRemove() throws IOException {
        SupervisorInterface.Difference difference = asked.reload();
        for (String removed : difference.removed()) {
            asked.remove(removed);
        }
        for (String added : difference.added()) {
            asked.add(added);
        }
    }

    /** Stops a program whose settings have changed; what is returned says whether there was anything to do. */
    public boolean renew(String name) {
        boolean[] renewed = new boolean[1];
        ask(() -> renewed[0] = asked.reload().changed().contains(name) && replaced(name));
        return renewed[0];
    }

    private boolean replaced(String name) throws IOException {
        asked.remove(name);
        asked.add(name);
        return true;
    }

    /** Starts a program unless it runs or is about to; one that waits for its next try is tried at once. */
    public void start(String name) {
        List<ProgramState> states =
                states().stream().filter(state -> state.name().equals(name)).toList();
        if (states.stream().noneMatch(ProgramState::started)) {
            endWaiting(states);
            ask(() -> asked.start(name));
        }
    }

    /** Starts every program that does not run, all at once; those that wait for their next try, too. */
    public void startAll() {
        List<ProgramState> states = states();
        if (!states.stream().allMatch(ProgramState::started)) {
            endWaiting(states);
            ask(asked::startAll);
        }
    }

    /** For supervisord what waits for its next try is started already. */
    private void endWaiting(List<ProgramState> states) {
        stopTogether(states.stream()
                .filter(ProgramState::waiting)
                .map(ProgramState::name)
                .toList());
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

    /**
     * Stops these programs at the same time, and returns when they have ended: all that is left is stopped one after
     * the other.
     */
    public void stopTogether(List<String> names) {
        awaitStopped(names, state -> {});
    }

    /**
     * Stops these programs for good: none is given time to prepare for its next start, but all that it has started
     * itself ends first.
     */
    public void stopForGood(List<String> names) {
        awaitStopped(names, ProgramState::killUnlessParent);
    }

    private void awaitStopped(List<String> names, Consumer<ProgramState> stopping) {
        STOP.until(
                () -> allStopped(names, stopping),
                () -> new ProblemException(
                        "Not all of these end: " + String.join(", ", names),
                        "what they still do: slipway logs <service>",
                        "end their processes by hand, then run slipway down again"));
    }

    private boolean allStopped(List<String> names, Consumer<ProgramState> stopping) {
        List<ProgramState> left = states().stream()
                .filter(state -> names.contains(state.name()) && !state.stopped())
                .toList();
        left.stream().filter(state -> !state.stopping()).forEach(state -> ask(() -> asked.stop(state.name())));
        left.stream().filter(ProgramState::stopping).forEach(stopping);
        return left.isEmpty();
    }

    /** Ends the programs that go on without a supervisor, if it was killed. */
    public void endLeft() {
        if (!running()) {
            left.end();
        }
    }

    /** Stops all programs, the last started first, and then itself. */
    public void stop() {
        if (!running()) {
            left.end();
            return;
        }
        ask(() -> {
            long process = asked.process();
            asked.shutdown();
            ProcessHandle.of(process).ifPresent(handle -> handle.onExit().join());
        });
    }

    private void ask(Question question) {
        try {
            question.ask();
        } catch (IOException e) {
            throw silent(e);
        }
    }

    private ProblemException silent(IOException cause) {
        return new ProblemException(
                "The supervisor does not answer: " + cause.getMessage(), cause, "its log: " + home.log("supervisor"));
    }

    /** Something that is asked of supervisord. */
    @FunctionalInterface
    private interface Question {
        void ask() throws IOException;
    }
}
