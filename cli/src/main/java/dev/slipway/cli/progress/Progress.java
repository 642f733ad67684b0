package dev.slipway.cli.progress;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Steps of a command that are told one by one: number, what, and how long; while one is long, every few seconds. */
public final class Progress {
    private static final Duration FIRST_INTERVAL = Duration.ofSeconds(5);
    private static final Duration LAST_INTERVAL = Duration.ofSeconds(30);

    private final PrintStream stream;
    private final Clock clock;
    private final Instant started;
    private int total;
    private int number;

    /** Progress of a command with the given number of steps. */
    public Progress(PrintStream stream, Clock clock, int total) {
        this.stream = stream;
        this.clock = clock;
        this.total = total;
        this.started = clock.instant();
    }

    /** Says that there are more steps than was known at first. */
    public void more(int steps) {
        total += steps;
    }

    /** Does one step that has nothing to give back. */
    public void run(String what, Runnable work) {
        step(what, () -> {
            work.run();
            return true;
        });
    }

    /** Does one step and gives back what it made. */
    public <T> T step(String what, Supplier<T> work) {
        return step(what, detail -> work.get());
    }

    /** Does one step that can tell how far it is. */
    public <T> T step(String what, Function<Detail, T> work) {
        String name = next(what);
        Instant begin = clock.instant();
        Detail detail = new Detail(this::line);
        Thread ticker = Thread.ofVirtual().start(() -> tick(name, begin, detail));
        try {
            T result = work.apply(detail);
            line(name + " " + since(begin));
            return result;
        } finally {
            ticker.interrupt();
        }
    }

    /** Does one step that shows by itself what it does: its name stands above that, and nothing is mixed in. */
    public <T> T shown(String what, Supplier<T> work) {
        String name = next(what);
        Instant begin = clock.instant();
        line(name);
        T result = work.get();
        line(name + " " + since(begin));
        return result;
    }

    /** Prints a line among the steps. */
    public synchronized void line(String text) {
        stream.println(text);
    }

    /** How long everything has taken so far. */
    public String elapsed() {
        return since(started);
    }

    private String next(String what) {
        number++;
        return "[%d/%d] %s".formatted(number, total, what);
    }

    private void tick(String name, Instant begin, Detail detail) {
        try {
            while (true) {
                Thread.sleep(interval(Duration.between(begin, clock.instant())));
                line(name + detail.suffix() + " ... " + since(begin));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What takes long is told less often. */
    static Duration interval(Duration elapsed) {
        Duration wanted = elapsed.dividedBy(4);
        if (wanted.compareTo(FIRST_INTERVAL) < 0) {
            return FIRST_INTERVAL;
        }
        return wanted.compareTo(LAST_INTERVAL) > 0 ? LAST_INTERVAL : wanted;
    }

    private String since(Instant begin) {
        return seconds(Duration.between(begin, clock.instant()));
    }

    /** A duration as people read it. */
    public static String seconds(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                : "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }
}
