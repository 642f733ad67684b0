package dev.slipway.toolkit.process;

import java.io.IOException;
import java.nio.file.Path;

/** A program that a worker left which is no more. */
public final class LeftByDeadWorker {
    /** No process has this number. */
    private static final String DEAD = "999999999-1";

    private LeftByDeadWorker() {}

    /** Returns the mark of a program of a dead worker of this place. */
    static String in(Path place) {
        return place.toAbsolutePath() + ":" + DEAD;
    }

    /** Starts one that would go on for long. */
    public static Process start(Path place) throws IOException {
        var builder = new ProcessBuilder("sleep", "300");
        builder.environment().put("SLIPWAY_WORKER", in(place));
        return builder.start();
    }
}
