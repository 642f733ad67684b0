package dev.slipway.toolkit.process;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a run writes: both pipes merged by line, secrets replaced, the last lines kept. */
final class RunOutput {
    static final int KEPT_LINES = 50;

    private final Deque<String> last = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Consumer<OutputLine> consumer;
    private final Clock clock;
    private final List<Thread> pumps;
    private volatile boolean ended;
    private @Nullable RuntimeException failure;

    RunOutput(Process process, Redaction redaction, Consumer<OutputLine> consumer, Clock clock) {
        this.consumer = consumer;
        this.clock = clock;
        this.pumps = List.of(
                pump(process.getInputStream(), redaction, Stream.OUT),
                pump(process.getErrorStream(), redaction, Stream.ERR));
    }

    private Thread pump(InputStream pipe, Redaction redaction, Stream stream) {
        return Thread.ofPlatform()
                .daemon()
                .name("pump-" + stream)
                .start(new LinePump(pipe, redaction, text -> accept(stream, text)));
    }

    /** One line at a time, so that consumers need not be safe for threads. */
    private void accept(Stream stream, String text) {
        lock.lock();
        try {
            var line = new OutputLine(clock.instant(), stream, text);
            keep(line.text());
            if (failure == null && !ended) {
                consumer.accept(line);
            }
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            lock.unlock();
        }
    }

    private void keep(String text) {
        if (last.size() == KEPT_LINES) {
            last.removeFirst();
        }
        last.addLast(text);
    }

    /** Throws what the consumer threw; the pipes are drained nevertheless. */
    void throwFailure() {
        lock.lock();
        try {
            if (failure != null) {
                throw failure;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until both pipes are read, and hands nothing on afterwards. */
    void end(Duration limit) {
        try {
            for (var pump : pumps) {
                pump.join(limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended = true;
    }

    List<String> lastLines() {
        lock.lock();
        try {
            return List.copyOf(last);
        } finally {
            lock.unlock();
        }
    }
}
