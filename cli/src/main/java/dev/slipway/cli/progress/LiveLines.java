package dev.slipway.cli.progress;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines about what goes on somewhere else. What takes long is told with the time it has taken: on a terminal in a last
 * line that changes every second, elsewhere by a line now and then.
 */
public final class LiveLines implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int WIDTH = 79;
    /** Back to the first column, and nothing to the right of it. */
    private static final String CLEAR = "\r\033[K";

    private final PrintStream stream;
    private final Clock clock;
    private final boolean terminal;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private Instant told;
    private boolean open;
    private @Nullable Thread ticker;

    LiveLines(PrintStream stream, Clock clock, boolean terminal) {
        this.stream = stream;
        this.clock = clock;
        this.terminal = terminal;
        this.told = clock.instant();
    }

    /** Lines on a stream, with the time told until they are closed. */
    public static LiveLines on(PrintStream stream) {
        LiveLines lines = new LiveLines(stream, Clock.systemUTC(), Terminal.shows(stream));
        lines.ticker = Thread.ofVirtual().start(lines::tickOn);
        return lines;
    }

    /** Prints a line. */
    public synchronized void line(String text) {
        clear();
        stream.println(text);
        told = clock.instant();
    }

    /** Notes that something goes on from now, or from the time that is known. */
    public synchronized void begins(String id, String what, @Nullable Instant since) {
        running.put(id, new Running(what, since == null ? clock.instant() : since));
    }

    /** Notes that it goes on no more. */
    public synchronized void ends(String id) {
        running.remove(id);
    }

    /** Tells what goes on, when it is time. */
    synchronized void tick() {
        if (running.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        String text = running.values().stream().map(what -> what.at(now)).collect(Collectors.joining("; "));
        if (terminal) {
            clear();
            stream.print(text.length() > WIDTH ? text.substring(0, WIDTH) : text);
            stream.flush();
            open = true;
        } else if (Duration.between(told, now).compareTo(Progress.interval(oldest(now))) >= 0) {
            line(text);
        }
    }

    private Duration oldest(Instant now) {
        return running.values().stream()
                .map(what -> what.age(now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private void clear() {
        if (open) {
            stream.print(CLEAR);
            open = false;
        }
    }

    private void tickOn() {
        try {
            while (true) {
                Thread.sleep(TICK);
                tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (ticker != null) {
            ticker.interrupt();
        }
        running.clear();
        clear();
        stream.flush();
    }

    private record Running(String what, Instant since) {
        /** The clock of who tells when it began may be ahead of ours. */
        Duration age(Instant now) {
            return now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
        }

        String at(Instant now) {
            return what + ", " + Progress.seconds(age(now).truncatedTo(ChronoUnit.SECONDS));
        }
    }
}
