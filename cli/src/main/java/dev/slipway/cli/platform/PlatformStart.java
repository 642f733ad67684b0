package dev.slipway.cli.platform;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.platform.services.Service;
import dev.slipway.cli.platform.services.ServiceHealth;
import dev.slipway.cli.platform.supervisor.ProgramState;
import dev.slipway.cli.platform.supervisor.Supervisor;
import dev.slipway.cli.progress.Detail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Starts the services together and waits until each is ready. */
final class PlatformStart {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
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
        Instant end = Instant.now().plus(PATIENCE);
        List<Service> waiting = waiting();
        while (!waiting.isEmpty()) {
            detail.is("%d of %d ready".formatted(Service.values().length - waiting.size(), Service.values().length));
            refuseFailed();
            if (Instant.now().isAfter(end)) {
                throw notReady(waiting.getFirst().id(), "is not ready after " + PATIENCE.toSeconds() + " s");
            }
            pause();
            waiting = waiting();
        }
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

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
