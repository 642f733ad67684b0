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

/** Starts the services together, replaces those of an earlier build, and waits until each is ready. */
final class PlatformStart {
    private static final Waiting PATIENCE = Waiting.upTo(Duration.ofMinutes(3));
    private static final int LAST_LINES = 15;

    private final Supervisor supervisor;
    private final ServiceHealth health;
    private final Path logs;
    private final Waiting patience;

    PlatformStart(Supervisor supervisor, ServiceHealth health, Path logs) {
        this(supervisor, health, logs, PATIENCE);
    }

    PlatformStart(Supervisor supervisor, ServiceHealth health, Path logs, Waiting patience) {
        this.supervisor = supervisor;
        this.health = health;
        this.logs = logs;
        this.patience = patience;
    }

    void services(Detail detail) {
        Arrays.stream(Service.values()).forEach(service -> renew(service, detail));
        supervisor.startAll();
        patience.until(() -> ready(detail), () -> late(waiting().getFirst()));
    }

    /** One service after the other is replaced by its new build, so that each is away only while it starts itself. */
    private void renew(Service service, Detail detail) {
        boolean served = health.ready(service);
        if (supervisor.renew(service.id())) {
            detail.is(service.id() + " is replaced by its new build");
            supervisor.start(service.id());
            if (served) {
                patience.until(() -> ready(service), () -> late(service));
            }
        }
    }

    private boolean ready(Service service) {
        refuse(supervisor.states().stream()
                .filter(state -> state.name().equals(service.id()))
                .toList());
        return health.ready(service);
    }

    /** The supervisor does not give up for days: what it still tries by the end of our patience does not start. */
    private ProblemException late(Service service) {
        return supervisor.states().stream()
                .filter(ProgramState::waiting)
                .findFirst()
                .map(state -> notReady(state.name(), "does not start"))
                .orElseGet(() -> notReady(service));
    }

    private ProblemException notReady(Service service) {
        return notReady(
                service.id(), "is not ready after " + patience.patience().toSeconds() + " s");
    }

    private boolean ready(Detail detail) {
        int ready = Service.values().length - waiting().size();
        detail.is("%d of %d ready".formatted(ready, Service.values().length));
        if (ready < Service.values().length) {
            refuse(supervisor.states());
        }
        return ready == Service.values().length;
    }

    private List<Service> waiting() {
        return Arrays.stream(Service.values())
                .filter(service -> !health.ready(service))
                .toList();
    }

    private void refuse(List<ProgramState> states) {
        for (ProgramState state : states) {
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
