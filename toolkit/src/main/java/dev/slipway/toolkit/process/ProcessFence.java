package dev.slipway.toolkit.process;

/**
 * Keeps two runs from working on the same thing: a worker that died may have left its programs running. Every process
 * of a run carries the run's name in its environment, and so do the ones it starts, whatever group or session they
 * moved to; what still carries it is killed before the next run. Processes on other machines are not seen.
 *
 * @param run name of the run; a name may have parts, and the fence around {@code cluster} holds {@code cluster/phase}
 */
public record ProcessFence(String run) {
    private static final String VARIABLE = "SLIPWAY_RUN";
    /** Makes the fence around a run. */
    public static ProcessFence around(String run) {
        return new ProcessFence(run);
    }

    /** Puts a command inside the fence. */
    public Command mark(Command command) {
        return command.with(VARIABLE, run);
    }

    /**
     * Kills what earlier runs left and all they start on their way out.
     *
     * @return how many processes that were
     * @throws IllegalStateException when some do not end
     */
    public int clear() {
        return new LeftProcesses(entry -> entry.carries(VARIABLE, run)).end("an earlier run (" + run + ")");
    }
}
