package dev.slipway.installation.ansible;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Keeps two runs of the same phase from working on the same hosts: a worker that died may have left its playbook
 * running. Every process of a run carries the run's name in its environment, and so do the ones it starts; whatever
 * still carries it is killed before the next run. Workers on other machines are not seen.
 */
@Component
final class Fence {
    static final String VARIABLE = "SLIPWAY_RUN";
    private static final int ROUNDS = 20;

    /** Kills what is left of earlier runs of this name and returns how many processes that were. */
    int clear(String run) {
        int killed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> left = left(run);
            if (left.isEmpty()) {
                return killed;
            }
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(process -> process.onExit()
                    .orTimeout(1, TimeUnit.SECONDS)
                    .exceptionally(late -> process)
                    .join());
            killed += left.size();
        }
        return killed;
    }

    private static List<ProcessHandle> left(String run) {
        return ProcessHandle.allProcesses()
                .filter(process -> carries(process, run))
                .toList();
    }

    private static boolean carries(ProcessHandle process, String run) {
        Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
        try {
            // ISO-8859-1 takes every byte as it is: an environment need not be UTF-8.
            String variables = Files.readString(environment, StandardCharsets.ISO_8859_1);
            return ("\0" + variables).contains("\0" + VARIABLE + "=" + run + "\0");
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
