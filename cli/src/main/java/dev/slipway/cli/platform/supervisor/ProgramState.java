package dev.slipway.cli.platform.supervisor;

/**
 * What supervisord says of a program.
 *
 * @param name the program
 * @param state RUNNING, STARTING, BACKOFF, STOPPED, FATAL and so on
 * @param detail process number and age, or why it does not run
 */
public record ProgramState(String name, String state, String detail) {
    /** Whether it runs. */
    public boolean running() {
        return state.equals("RUNNING");
    }

    /** Whether it runs or is about to. */
    public boolean started() {
        return running() || state.equals("STARTING");
    }

    /** Whether it will not come up by itself. */
    public boolean failed() {
        return state.equals("FATAL");
    }
}
