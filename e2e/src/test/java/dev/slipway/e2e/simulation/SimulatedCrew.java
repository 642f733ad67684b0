package dev.slipway.e2e.simulation;

import static org.awaitility.Awaitility.await;

import dev.slipway.e2e.platform.Operations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As many simulated workers as there shall be: for each that dies another one comes. */
final class SimulatedCrew implements AutoCloseable {
    private final Simulation simulation;
    private final List<SimulatedWorker> workers = Collections.synchronizedList(new ArrayList<>());
    private final List<CompletableFuture<Void>> successors = new ArrayList<>();
    private final ExecutorService starts = Executors.newVirtualThreadPerTaskExecutor();

    SimulatedCrew(Simulation simulation, int size) {
        this.simulation = simulation;
        for (var number = 0; number < size; number++) {
            join();
        }
    }

    /** Kills one of those that work just now, if any does; its successor comes as soon as Temporal answers. */
    boolean killOne(int drawn) {
        if (workers.isEmpty()) {
            return false;
        }
        workers.remove(drawn % workers.size()).kill();
        successors.add(CompletableFuture.runAsync(this::join, starts));
        return true;
    }

    /** Ends all; fails when one that was to come did not. */
    @Override
    public void close() {
        try (starts) {
            successors.forEach(CompletableFuture::join);
        } finally {
            workers.forEach(SimulatedWorker::kill);
        }
    }

    private void join() {
        workers.add(await("a simulated worker starts")
                .atMost(Operations.RETURN)
                .ignoreExceptions()
                .until(() -> SimulatedWorker.start(simulation), worker -> true));
    }
}
