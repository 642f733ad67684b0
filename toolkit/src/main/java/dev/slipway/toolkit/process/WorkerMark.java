package dev.slipway.toolkit.process;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which worker started a program. A worker that died leaves its programs at work, and when its step was canceled
 * meanwhile no next try comes to end them: the next worker of the same place does, before it takes work.
 *
 * @param place what the workers of one installation have in common and no other worker has
 */
public record WorkerMark(Path place) {
    private static final String VARIABLE = "SLIPWAY_WORKER";
    private static final Pattern WORKER = Pattern.compile("(\\d{1,10})-\\d+");

    /** Marks a command as started by this worker. */
    public Command mark(Command command) {
        return command.with(VARIABLE, owned(identity(ProcessHandle.current().pid())));
    }

    /**
     * Kills what dead workers of this place left; a living one's programs are its own.
     *
     * @return how many processes that were
     */
    public int clear() {
        return new LeftProcesses(this::isLeft).end("a dead worker (" + place + ")");
    }

    private boolean isLeft(ProcessEntry entry) {
        return entry.value(VARIABLE)
                .filter(owner -> owner.startsWith(owned("")))
                .map(owner -> WORKER.matcher(owner.substring(owned("").length())))
                .filter(Matcher::matches)
                .filter(worker -> !worker.group().equals(identity(Long.parseLong(worker.group(1)))))
                .isPresent();
    }

    private String owned(String worker) {
        return place.toAbsolutePath() + ":" + worker;
    }

    /** The start tells a worker from a later process that was given its number. */
    private static String identity(long pid) {
        return ProcessEntry.of(pid).map(entry -> pid + "-" + entry.start()).orElse("");
    }
}
