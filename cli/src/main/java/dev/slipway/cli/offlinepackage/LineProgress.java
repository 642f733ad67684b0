package dev.slipway.cli.offlinepackage;

import dev.slipway.cli.offlinepackage.build.BuildProgress;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Tells the progress of a build line by line: what, n of m, how long; what runs for long is told again. */
final class LineProgress implements BuildProgress, AutoCloseable {
    private static final Duration REMINDER = Duration.ofSeconds(10);

    private final PrintStream stream;
    private final Clock clock;
    private final Instant begin;
    private final Thread reminder;
    private final Map<String, Instant> running = new TreeMap<>();
    private int total;
    private int done;

    LineProgress(PrintStream stream, Clock clock) {
        this.stream = stream;
        this.clock = clock;
        this.begin = clock.instant();
        this.reminder = Thread.ofVirtual().start(this::remind);
    }

    @Override
    public synchronized void began(String what, int components) {
        total = components + 1;
        stream.printf("%s: %d components%n", what, components);
    }

    @Override
    public synchronized void started(String component) {
        running.put(component, clock.instant());
        line("building " + component);
    }

    @Override
    public synchronized void finished(String component, boolean cached) {
        done++;
        Instant start = running.remove(component);
        line(component + (cached || start == null ? " is there" : " built in " + seconds(start)));
    }

    @Override
    public synchronized void failed(String component, String message) {
        running.remove(component);
        line(component + " FAILED: " + message.lines().findFirst().orElse(""));
    }

    @Override
    public void close() {
        reminder.interrupt();
    }

    private void remind() {
        try {
            while (true) {
                Thread.sleep(REMINDER);
                tellRunning();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tellRunning() {
        running.forEach((component, start) -> line("still building " + component + ", " + seconds(start)));
    }

    private void line(String text) {
        stream.printf("[%d/%d, %s] %s%n", done, total, seconds(begin), text);
    }

    private String seconds(Instant since) {
        return Duration.between(since, clock.instant()).toSeconds() + " s";
    }
}
