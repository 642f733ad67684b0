package dev.slipway.toolkit.temporal;

import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Lets a worker leave in order: it takes no more work, what runs is told to end, and what it says at its end still
 * reaches Temporal. Without it the process would end at once, and its work be missed only when heartbeats stay away.
 */
public final class WorkerDrain implements SmartLifecycle {
    /** Longer than a program is given to end, shorter than a supervisor waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final WorkerFactory workers;
    private volatile boolean running;

    /** Drains the workers of the factory when the application stops. */
    public WorkerDrain(WorkerFactory workers) {
        this.workers = workers;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        workers.shutdown();
        workers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
