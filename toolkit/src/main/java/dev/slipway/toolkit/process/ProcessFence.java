package dev.slipway.toolkit.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * Keeps two runs from working on the same thing: a worker that died may have left its programs running. Every process
 * of a run carries the run's name in its environment, and so do the ones it starts, whatever group or session they
 * moved to; what still carries it is killed before the next run. Processes on other machines are not seen.
 *
 * @param run name of the run; a name may have parts, and the fence around {@code cluster} holds {@code cluster/phase}
 */
public record ProcessFence(String run) {
    private static final String VARIABLE = "SLIPWAY_RUN";
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int ROUNDS = 500;

    /** A process that was being born, or was just becoming another program, at one look is seen at the next ones. */
    private static final int QUIET_ROUNDS = 3;

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
        var ended = new HashSet<ProcessEntry>();
        var quiet = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var left = left(ended);
            quiet = left.isEmpty() ? quiet + 1 : 0;
            if (quiet == QUIET_ROUNDS) {
                return ended.size();
            }
            left.forEach(ProcessEntry::kill);
            ended.addAll(left);
            pause();
        }
        throw new IllegalStateException("Processes of an earlier run (%s) do not end; stop them by hand: %s"
                .formatted(run, left(ended).stream().map(ProcessEntry::pid).toList()));
    }

    private SequencedSet<ProcessEntry> left(Set<ProcessEntry> ended) {
        var table = ProcessTable.look();
        Predicate<ProcessEntry> carrier = entry -> entry.carries(VARIABLE, run);
        Predicate<ProcessEntry> orphan =
                entry -> ended.stream().anyMatch(leader -> entry.session() == leader.pid() && !table.has(leader.pid()));
        return table.family(carrier.or(orphan).and(entry -> entry.pid() != self()));
    }

    private static long self() {
        return ProcessHandle.current().pid();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while ending an earlier run");
        }
    }
}
