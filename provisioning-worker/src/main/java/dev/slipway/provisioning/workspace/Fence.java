package dev.slipway.provisioning.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keeps two runs from working on one cluster: a worker that died may have left its Terraform running. Every process of
 * a run carries the run's name in its environment, and so do the ones it starts; what still carries it is killed before
 * the next run. Other machines are not seen: there, the state's lock is the fence.
 */
record Fence(String run) {
    static final String VARIABLE = "SLIPWAY_RUN";
    private static final int ROUNDS = 20;

    static Fence around(String clusterId) {
        return new Fence("provisioning/" + clusterId);
    }

    /** Kills what earlier runs left and returns how many processes that were. */
    int clear() {
        var killed = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var left = left();
            if (left.isEmpty()) {
                return killed;
            }
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(Fence::awaitEnd);
            killed += left.size();
        }
        return killed;
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit()
                .orTimeout(1, TimeUnit.SECONDS)
                .exceptionally(late -> process)
                .join();
    }

    private List<ProcessHandle> left() {
        return ProcessHandle.allProcesses().filter(this::isCarriedBy).toList();
    }

    /** ISO-8859-1 takes every byte as it is: an environment need not be UTF-8. */
    private boolean isCarriedBy(ProcessHandle process) {
        var environment = Path.of("/proc", Long.toString(process.pid()), "environ");
        try {
            var variables = Files.readString(environment, StandardCharsets.ISO_8859_1);
            return ("\0" + variables).contains("\0" + VARIABLE + "=" + run + "\0");
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
