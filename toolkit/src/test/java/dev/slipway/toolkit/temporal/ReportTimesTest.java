package dev.slipway.toolkit.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportTimesTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final ReportTimes times = new ReportTimes();

    @Test
    void areThoseOfTheClock() {
        assertThat(times.of(NOON)).isEqualTo(NOON);
        assertThat(times.of(NOON)).isEqualTo(NOON);
        assertThat(times.of(NOON.plusSeconds(1))).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void goOnWhenTheClockGoesBack() {
        times.of(NOON);

        assertThat(times.of(NOON.minusSeconds(60))).isEqualTo(NOON.plusMillis(1));
        assertThat(times.of(NOON.minusSeconds(59))).isEqualTo(NOON.plusMillis(2));
        assertThat(times.of(NOON.plusSeconds(1))).isEqualTo(NOON.plusSeconds(1));
    }
}
