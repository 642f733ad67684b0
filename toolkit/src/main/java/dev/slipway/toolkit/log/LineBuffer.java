package dev.slipway.toolkit.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Holds lines until they are shipped; who writes faster than they leave has to wait. */
final class LineBuffer {
    static final int CAPACITY = 10_000;

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    void add(LogLine line) {
        lock.lock();
        try {
            while (lines.size() >= CAPACITY && !closed) {
                changed.await();
            }
            if (closed) {
                throw new IllegalStateException("The log of this step is closed");
            }
            lines.addLast(line);
            changed.signalAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while writing to the log of a step");
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a chunk is full, the interval is over or the buffer is closed, and returns its first lines. */
    List<LogLine> awaitChunk(int size, Duration interval) throws InterruptedException {
        lock.lock();
        try {
            var left = interval.toNanos();
            while (lines.size() < size && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return new ArrayList<>(lines.stream().limit(size).toList());
        } finally {
            lock.unlock();
        }
    }

    /** Forgets lines that have arrived. */
    void remove(int count) {
        lock.lock();
        try {
            for (var i = 0; i < count; i++) {
                lines.removeFirst();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
