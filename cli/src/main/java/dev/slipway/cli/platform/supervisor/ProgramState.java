package dev.slipway.cli.platform.supervisor;

/**
 * What supervisord says of a program.
 *
 * @param name the program
 * @param state RUNNING, STARTING, BACKOFF, STOPPED, FATAL and so on
 * @param detail process number and age, or why it does not run
 * @param process its process number, 0 when there is none
 */
public record ProgramState(String name, String state, String detail, long process) {
    /** Whether it runs. */
    public boolean running() {
        return state.equals("RUNNING");
    }

    /** Whether it runs or is about to. */
    public boolean started() {
        return running() || state.equals("STARTING");
    }

    /** Whether its start failed, and it waits for the next try. */
    public boolean waiting() {
        return state.equals("BACKOFF");
    }

    /** Whether it was told to end. */
    public boolean stopping() {
        return state.equals("STOPPING");
    }

    /** Kills its process, unless that has started others: they would go on without it. */
    void killUnlessParent() {
        ProcessHandle.of(process)
                .filter(handle -> handle.descendants().findAny().isEmpty())
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Whether there is no process of it, nor will there be one unless it is started. */
    public boolean stopped() {
        return state.equals("STOPPED") || failed();
    }

    /** Whether it will not come up by itself. */
    public boolean failed() {
        return state.equals("FATAL");
    }
}
