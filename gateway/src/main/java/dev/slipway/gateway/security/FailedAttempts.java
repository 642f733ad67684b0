package dev.slipway.gateway.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the wrong tokens of each address; forgets the addresses not heard of for longest. */
@Component
class FailedAttempts {
    private static final int ADDRESSES = 10_000;

    private final Map<InetAddress, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    private final ReentrantLock lock = new ReentrantLock();
    private final FailedAttemptsProperties properties;
    private final TimeMeter time;

    FailedAttempts(FailedAttemptsProperties properties, Clock clock) {
        this.properties = properties;
        this.time = new ClockMeter(clock);
    }

    /** Tells whether an address has shown too many wrong tokens to be listened to now. */
    boolean isBlocked(@Nullable InetSocketAddress client) {
        return bucket(client).getAvailableTokens() == 0;
    }

    /** Counts a wrong token. */
    void count(@Nullable InetSocketAddress client) {
        bucket(client).tryConsume(1);
    }

    private Bucket bucket(@Nullable InetSocketAddress client) {
        var address =
                client == null || client.getAddress() == null ? InetAddress.getLoopbackAddress() : client.getAddress();
        lock.lock();
        try {
            return buckets.computeIfAbsent(address, unknown -> newBucket());
        } finally {
            lock.unlock();
        }
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(properties.most()).refillGreedy(properties.most(), properties.per()))
                .withCustomTimePrecision(time)
                .build();
    }

    /** Bucket4j's time, from our clock. */
    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
