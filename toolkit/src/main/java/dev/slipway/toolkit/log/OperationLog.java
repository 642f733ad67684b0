package dev.slipway.toolkit.log;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The log of one attempt of a step: takes lines from any thread and ships them in the background, in order. */
public final class OperationLog implements AutoCloseable {
    private final LineBuffer buffer = new LineBuffer();
    private final Clock clock;
    private final Shipping shipping;
    private final LogShipper shipper;
    private final Thread thread;

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

    /** Ships what is left; throws when it cannot be brought to plan-service in time. */
    @Override
    public void close() {
        buffer.close();
        if (!ended(shipping.patience())) {
            thread.interrupt();
        }
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

    private static ApplicationFailure undelivered(@Nullable RuntimeException cause) {
        return Failures.of(
                FailureType.SERVICE_UNREACHABLE,
                "plan-service did not take the log of this step; see whether it runs",
                null,
                cause);
    }
}
