package dev.slipway.cli.offlinepackage;

import dev.slipway.cli.offlinepackage.build.BuildProgress;
import dev.slipway.cli.progress.Detail;
import dev.slipway.cli.progress.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A package's build as one step: how many components are whole, which are under work, and how long each took. */
public final class PackageProgress implements BuildProgress {
    private final Detail detail;
    private final Clock clock;
    private final Map<String, Instant> running = new TreeMap<>();
    private int total;
    private int done;

    /** Tells it as the detail of a step. */
    public PackageProgress(Detail detail, Clock clock) {
        this.detail = detail;
        this.clock = clock;
    }

    @Override
    public synchronized void waits() {
        detail.note("waiting until another build of packages has ended");
        detail.is("waiting for another build");
    }

    @Override
    public synchronized void began(String what, int components) {
        total = components;
        tell();
    }

    @Override
    public synchronized void started(String component) {
        running.put(component, clock.instant());
        tell();
    }

    @Override
    public synchronized void finished(String component, boolean cached) {
        done++;
        Instant start = running.remove(component);
        if (!cached && start != null) {
            detail.note("%s built in %s".formatted(component, Progress.seconds(took(start))));
        }
        tell();
    }

    @Override
    public void noted(String text) {
        detail.note(text);
    }

    @Override
    public synchronized void failed(String component, String message) {
        running.remove(component);
        detail.note(
                "%s FAILED: %s".formatted(component, message.lines().findFirst().orElse("")));
        tell();
    }

    private Duration took(Instant start) {
        return Duration.between(start, clock.instant());
    }

    private void tell() {
        String now = running.isEmpty() ? "" : ", now " + String.join(", ", running.keySet());
        detail.is("%d of %d components%s".formatted(done, total, now));
    }
}
