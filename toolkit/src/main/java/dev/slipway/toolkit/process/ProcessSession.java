package dev.slipway.toolkit.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The session a program leads. Its members are found by their session id, as one whose parent ended is no longer
 * anybody's descendant.
 */
final class ProcessSession {
    private static final int SESSION_AFTER_NAME = 3;
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
            members.forEach(ProcessHandle::destroyForcibly);
        }
    }

    List<ProcessHandle> members() {
        var descendants = leader.descendants();
        var session = ProcessHandle.allProcesses().filter(this::isMember);
        return Stream.of(Stream.of(leader), descendants, session)
                .flatMap(handles -> handles)
                .filter(ProcessSession::isRunning)
                .distinct()
                .toList();
    }

    private boolean isMember(ProcessHandle handle) {
        var fields = fields(handle);
        return fields.length > SESSION_AFTER_NAME && fields[SESSION_AFTER_NAME].equals(Long.toString(leader.pid()));
    }

    /** A zombie is still in the table of processes until its parent asks for it, and cannot be killed again. */
    private static boolean isRunning(ProcessHandle handle) {
        var fields = fields(handle);
        return fields.length > 0 && !fields[0].equals("Z");
    }

    /** Reads the fields after the program's name, which may itself hold spaces: state, parent, group, session. */
    private static String[] fields(ProcessHandle handle) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ", SESSION_AFTER_NAME + 2);
        } catch (IOException gone) {
            return new String[0];
        }
    }
}
