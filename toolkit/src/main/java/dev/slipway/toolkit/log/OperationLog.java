package dev.slipway.toolkit.log;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The log of one attempt of a step: takes lines from any thread and ships them in the background, in order. */
public final class OperationLog implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(500);

    private final LineBuffer buffer = new LineBuffer();
    private final Clock clock;
    private final Shipping shipping;
    private final LogShipper shipper;
    private final Thread thread;
    private Runnable whileClosing = () -> {};

    private OperationLog(LogShipper.Target target, Clock clock, Shipping shipping) {
        this.clock = clock;
        this.shipping = shipping;
        this.shipper = new LogShipper(buffer, target, shipping);
        this.thread = Thread.ofVirtual().name("operation-log").start(shipper);
    }

    /** Opens the log of an attempt; its lines are numbered from 1. */
    public static OperationLog open(Consumer<LogChunk> sink, StepAttempt attempt, Clock clock) {
        return open(new LogShipper.Target(sink, attempt), clock, Shipping.STANDARD);
    }

    static OperationLog open(LogShipper.Target target, Clock clock, Shipping shipping) {
        return new OperationLog(target, clock, shipping);
    }

    /** Writes a line that is about no host in particular. */
    public void line(String text) {
        line(null, text);
    }

    /** Writes a line about a host. */
    public void line(@Nullable String host, String text) {
        buffer.add(new LogLine(clock.instant(), host, text));
    }

    /** Has something done again and again while the rest of the log is shipped, as that may take long. */
    void whileClosing(Runnable beat) {
        whileClosing = beat;
    }

    /** Ships what is left; throws when it cannot be brought to plan-service in time. */
    @Override
    public void close() {
        buffer.close();
        var deadline = System.nanoTime() + shipping.patience().toNanos();
        while (!ended(BEAT) && System.nanoTime() - deadline < 0) {
            whileClosing.run();
        }
        thread.interrupt();
        if (!ended(Duration.ofSeconds(1)) || shipper.failure() != null) {
            throw undelivered(shipper.failure());
        }
    }

    private boolean ended(Duration limit) {
        try {
            return thread.join(limit);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while closing the log of a step");
        }
    }

    private static UndeliveredException undelivered(@Nullable RuntimeException cause) {
        return new UndeliveredException(cause);
    }
}
