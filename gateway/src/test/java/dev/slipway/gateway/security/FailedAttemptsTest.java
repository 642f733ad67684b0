package dev.slipway.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FailedAttemptsTest {
    private static final InetSocketAddress EVE = new InetSocketAddress("192.0.2.1", 4711);
    private static final InetSocketAddress EVE_AGAIN = new InetSocketAddress("192.0.2.1", 4712);
    private static final InetSocketAddress ALICE = new InetSocketAddress("192.0.2.2", 4711);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final FailedAttempts attempts = new FailedAttempts(
            new FailedAttemptsProperties(3, Duration.ofMinutes(1)),
            ((InstantSource) now::get).withZone(ZoneOffset.UTC));

    @Test
    void blocksAnAddressAfterTooManyWrongTokens() {
        count(EVE, 2);
        assertThat(attempts.isBlocked(EVE)).isFalse();

        count(EVE_AGAIN, 1);

        assertThat(attempts.isBlocked(EVE)).isTrue();
        assertThat(attempts.isBlocked(ALICE)).isFalse();
    }

    @Test
    void listensAgainAfterAWhile() {
        count(EVE, 10);

        now.updateAndGet(instant -> instant.plusSeconds(61));

        assertThat(attempts.isBlocked(EVE)).isFalse();
    }

    @Test
    void countsWhoHasNoAddress() {
        count(null, 3);

        assertThat(attempts.isBlocked(InetSocketAddress.createUnresolved("nowhere", 1)))
                .isTrue();
    }

    @Test
    void forgetsTheAddressesNotHeardOfForLongest() {
        count(EVE, 3);
        for (var i = 0; i < 10_000; i++) {
            attempts.isBlocked(new InetSocketAddress("10.1." + i / 250 + "." + (i % 250), 1));
        }

        assertThat(attempts.isBlocked(EVE)).isFalse();
    }

    @Test
    void allowsTwentyAMinuteByDefault() {
        var properties = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("slipway.gateway.failed-attempts", FailedAttemptsProperties.class);

        assertThat(properties).isEqualTo(new FailedAttemptsProperties(20, Duration.ofMinutes(1)));
    }

    private void count(InetSocketAddress client, int times) {
        for (var i = 0; i < times; i++) {
            attempts.count(client);
        }
    }
}
