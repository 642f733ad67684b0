package dev.slipway.toolkit.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running process as the kernel lists it. Its start tells it from a later process that was given the same number.
 *
 * @param start in ticks since the machine started
 */
record ProcessEntry(long pid, long parent, long session, long start) {
    private static final Path PROCESSES = Path.of("/proc");
    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int SESSION = 3;
    private static final int START = 19;

    /** Finds a process that can still be killed: a zombie only waits for its parent to ask for it. */
    static Optional<ProcessEntry> of(long pid) {
        var fields = fields(pid);
        if (fields.length <= START || fields[STATE].equals("Z") || fields[STATE].equals("X")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessEntry(
                pid, Long.parseLong(fields[PARENT]), Long.parseLong(fields[SESSION]), Long.parseLong(fields[START])));
    }

    /** Reads the fields after the program's name, which may itself hold spaces. */
    private static String[] fields(long pid) {
        var line = read(pid, "stat");
        return line.isEmpty()
                ? new String[0]
                : line.substring(line.lastIndexOf(')') + 2).split(" ", START + 2);
    }

    /** Tells whether a variable of the environment it was started with has the value, or one below it. */
    boolean carries(String variable, String value) {
        var environment = "\0" + read(pid, "environ");
        var assignment = "\0" + variable + "=" + value;
        return environment.contains(assignment + "\0") || environment.contains(assignment + "/");
    }

    /** Returns a variable of the environment it was started with. */
    Optional<String> value(String variable) {
        var environment = "\0" + read(pid, "environ");
        var assignment = "\0" + variable + "=";
        var begin = environment.indexOf(assignment);
        return begin < 0
                ? Optional.empty()
                : Optional.of(environment.substring(begin + assignment.length()).split("\0", 2)[0]);
    }

    /** It is the same process whoever its parent is by now: an orphan is given to another one. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProcessEntry entry && entry.pid == pid && entry.start == start;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(pid);
    }

    /** Kills this process, but never another one that has its number by now. */
    void kill() {
        // The handle knows the start as well: a process that takes the number after this check is left alone, too.
        ProcessHandle.of(pid).filter(handle -> isRunning()).ifPresent(ProcessHandle::destroyForcibly);
    }

    private boolean isRunning() {
        return of(pid).filter(now -> now.start == start).isPresent();
    }

    /** ISO-8859-1 takes every byte as it is: an environment need not be UTF-8. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(PROCESSES.resolve(Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrNotOurs) {
            return "";
        }
    }
}
