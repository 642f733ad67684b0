package dev.slipway.toolkit.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, started by workers that live, are dead, or belong elsewhere. */
@Timeout(120)
class WorkerMarkTest {
    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path place;

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void endsWhatADeadWorkerLeft() throws Exception {
        var left = start(LeftByDeadWorker.in(place));

        assertThat(new WorkerMark(place).clear()).isEqualTo(1);

        assertThat(left.waitFor(30, SECONDS)).isTrue();
    }

    @Test
    void leavesAloneWhatALivingWorkerRuns() throws Exception {
        var mine = start(Objects.requireNonNull(
                new WorkerMark(place).mark(Command.of("sleep")).environment().get("SLIPWAY_WORKER")));

        assertThat(new WorkerMark(place).clear()).isZero();

        assertThat(mine.isAlive()).isTrue();
    }

    @Test
    void leavesAloneWhatAnotherInstallationLeft() throws Exception {
        var other = start(LeftByDeadWorker.in(place.resolve("other")));
        var longer = start(LeftByDeadWorker.in(Path.of(place + "-2")));

        assertThat(new WorkerMark(place).clear()).isZero();

        assertThat(List.of(other, longer)).allMatch(Process::isAlive);
    }

    private Process start(String worker) throws IOException {
        var builder = new ProcessBuilder("sleep", "300");
        builder.environment().put("SLIPWAY_WORKER", worker);
        var process = builder.start();
        started.add(process);
        return process;
    }
}
