package dev.slipway.toolkit.process;

import java.util.SequencedSet;

/**
 * The session a program leads. Its members are found by their session, as one whose parent ended is no longer anybody's
 * descendant.
 */
final class ProcessSession {
    private static final int ROUNDS = 20;

    private final ProcessHandle leader;

    ProcessSession(ProcessHandle leader) {
        this.leader = leader;
    }

    /** Kills every member, again while members that were born meanwhile are found. */
    void kill() {
        for (var round = 0; round < ROUNDS; round++) {
            var members = members();
            if (members.isEmpty()) {
                return;
            }
            members.forEach(ProcessEntry::kill);
        }
    }

    SequencedSet<ProcessEntry> members() {
        var table = ProcessTable.look();
        // Once the leader is gone, a process with its number is a stranger, and so is the session that one leads.
        var isOurs = leader.isAlive() || !table.has(leader.pid());
        return table.family(entry -> isOurs && (entry.pid() == leader.pid() || entry.session() == leader.pid()));
    }
}
