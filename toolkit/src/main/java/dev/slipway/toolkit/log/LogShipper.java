package dev.slipway.toolkit.log;

import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes chunks from the buffer and delivers each until it has arrived; a permanent refusal ends the log. */
final class LogShipper implements Runnable {
    private final LineBuffer buffer;
    private final Target target;
    private final Shipping shipping;
    private long nextNumber = 1;
    private volatile @Nullable RuntimeException failure;

    LogShipper(LineBuffer buffer, Target target, Shipping shipping) {
        this.buffer = buffer;
        this.target = target;
        this.shipping = shipping;
    }

    @Override
    public void run() {
        try {
            while (shipNext()) {
                failure = null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean shipNext() throws InterruptedException {
        var closed = buffer.isClosed();
        var lines = buffer.awaitChunk(shipping.chunk(), shipping.interval());
        if (lines.isEmpty()) {
            return !closed;
        }
        return deliver(lines);
    }

    /** The chunk of a repeat has the same lines and numbers, so that one that did arrive is not kept twice. */
    private boolean deliver(List<LogLine> lines) throws InterruptedException {
        while (!delivered(lines)) {
            if (isPermanent(failure)) {
                buffer.close();
                return false;
            }
            Thread.sleep(shipping.pause());
        }
        nextNumber += lines.size();
        buffer.remove(lines.size());
        return true;
    }

    private boolean delivered(List<LogLine> lines) {
        try {
            target.sink().accept(LogChunk.of(target.attempt(), nextNumber, lines));
            return true;
        } catch (RuntimeException e) {
            failure = e;
            return false;
        }
    }

    private static boolean isPermanent(@Nullable RuntimeException failure) {
        return failure instanceof ApplicationFailure application && application.isNonRetryable();
    }

    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /** Whose lines these are, and where they go. */
    record Target(Consumer<LogChunk> sink, StepAttempt attempt) {}
}
