package dev.slipway.cli.platform;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.platform.services.Service;
import dev.slipway.cli.platform.services.ServiceHealth;
import dev.slipway.cli.platform.supervisor.ProgramState;
import dev.slipway.cli.platform.supervisor.Supervisor;
import dev.slipway.cli.progress.Detail;
import dev.slipway.cli.waiting.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Starts the services together and waits until each is ready. */
final class PlatformStart {
    private static final Waiting PATIENCE = Waiting.upTo(Duration.ofMinutes(3));
    private static final int LAST_LINES = 15;

    private final Supervisor supervisor;
    private final ServiceHealth health;
    private final Path logs;

    PlatformStart(Supervisor supervisor, ServiceHealth health, Path logs) {
        this.supervisor = supervisor;
        this.health = health;
        this.logs = logs;
    }

    void services(Detail detail) {
        supervisor.startAll();
        PATIENCE.until(
                () -> ready(detail),
                () -> notReady(
                        waiting().getFirst().id(),
                        "is not ready after " + PATIENCE.patience().toSeconds() + " s"));
    }

    private boolean ready(Detail detail) {
        int ready = Service.values().length - waiting().size();
        detail.is("%d of %d ready".formatted(ready, Service.values().length));
        if (ready < Service.values().length) {
            refuseFailed();
        }
        return ready == Service.values().length;
    }

    private List<Service> waiting() {
        return Arrays.stream(Service.values())
                .filter(service -> !health.ready(service))
                .toList();
    }

    private void refuseFailed() {
        for (ProgramState state : supervisor.states()) {
            if (state.failed()) {
                throw notReady(state.name(), "does not start");
            }
        }
    }

    private ProblemException notReady(String program, String what) {
        return new ProblemException(
                program + " " + what + "; the end of its log:\n" + lastLines(program),
                "the whole log: slipway logs " + program);
    }

    private String lastLines(String program) {
        try {
            List<String> lines = Files.readAllLines(logs.resolve(program + ".log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }
}
