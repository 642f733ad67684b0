package dev.slipway.toolkit.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * Processes that nobody waits for any more, with all that came of them.
 *
 * @param founder tells the ones by which the others are found
 */
record LeftProcesses(Predicate<ProcessEntry> founder) {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int ROUNDS = 500;

    /** A process that was being born, or was just becoming another program, at one look is seen at the next ones. */
    private static final int QUIET_ROUNDS = 3;

    /**
     * Kills them and all they start on their way out.
     *
     * @param whose whose they are, for the message when some do not end
     * @return how many processes that were
     */
    int end(String whose) {
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
        throw new IllegalStateException("Processes of %s do not end; stop them by hand: %s"
                .formatted(whose, left(ended).stream().map(ProcessEntry::pid).toList()));
    }

    private SequencedSet<ProcessEntry> left(Set<ProcessEntry> ended) {
        var table = ProcessTable.look();
        Predicate<ProcessEntry> orphan =
                entry -> ended.stream().anyMatch(leader -> entry.session() == leader.pid() && !table.has(leader.pid()));
        return table.family(founder.or(orphan).and(entry -> entry.pid() != self()));
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
