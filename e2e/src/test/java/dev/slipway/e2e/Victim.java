package dev.slipway.e2e;

import java.util.List;

/** The processes of the platform that may die at any moment. */
enum Victim {
    GATEWAY("/gateway.jar"),
    PLAN_SERVICE("/plan-service.jar"),
    PROVISIONING_WORKER("/provisioning-worker.jar"),
    INSTALL_WORKER("/install-worker.jar"),
    TEMPORAL("/temporal-server "),
    POSTGRESQL("/bin/postgres -D ");

    private final String mark;

    Victim(String mark) {
        this.mark = mark;
    }

    /** Ends its process as a crash does, with no time to tidy up; false when it was not running just then. */
    boolean kill() {
        var running = processes();
        running.forEach(ProcessHandle::destroyForcibly);
        return !running.isEmpty();
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(mark) && line.contains(Platform.HOME.toString()))
                        .isPresent())
                .toList();
    }
}
