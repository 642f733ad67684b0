package dev.slipway.cli.platform.supervisor;

/**
 * What supervisord says of a program.
 *
 * @param name the program
 * @param state RUNNING, STARTING, BACKOFF, STOPPED, FATAL and so on
 * @param detail process number and age, or why it does not run
 */
public record ProgramState(String name, String state, String detail) {
    /** Reads one line of supervisorctl. */
    static ProgramState parse(String line) {
        String[] parts = line.strip().split("\\s+", 3);
        return new ProgramState(parts[0], parts.length > 1 ? parts[1] : "UNKNOWN", parts.length > 2 ? parts[2] : "");
    }

    /** Whether it runs. */
    public boolean running() {
        return state.equals("RUNNING");
    }

    /** Whether it will not come up by itself. */
    public boolean failed() {
        return state.equals("FATAL");
    }
}
