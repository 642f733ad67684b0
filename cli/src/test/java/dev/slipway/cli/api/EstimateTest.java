package dev.slipway.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void saysWhatIsLeftHowSureThatIsAndWhereItComesFrom() {
        assertThat(new Estimate(130, 7, 25L).words()).isEqualTo("about 2 min 10 s left (±25 s, from 7 runs)");
        assertThat(new Estimate(59, 2, 61L).words()).isEqualTo("about 59 s left (±1 min 01 s, from 2 runs)");
    }

    @Test
    void saysNoErrorThatWasNeverSeen() {
        assertThat(new Estimate(60, 1, null).words()).isEqualTo("about 1 min 00 s left (from 1 run)");
    }

    @Test
    void saysWhenItTakesLongerThanExpected() {
        assertThat(new Estimate(0, 3, 5L).words())
                .isEqualTo("longer than expected, done any moment (±5 s, from 3 runs)");
    }
}
