package dev.slipway.contracts.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {
    @ParameterizedTest
    @EnumSource(Step.class)
    void everyStopHasAWayOnAndAWayOut(Step step) {
        assertThat(Decision.choices(step)).contains(Decision.RETRY, Decision.ABANDON);
        assertThat(step.title()).isNotBlank();
    }

    @Test
    void whatRemovesThingsCannotBeUndoneButBeLeftBehind() {
        assertThat(Decision.choices(Step.DESTROY_HOSTS))
                .contains(Decision.LEAVE_BEHIND)
                .doesNotContain(Decision.ROLL_BACK);
        assertThat(Decision.choices(Step.RELEASE)).doesNotContain(Decision.ROLL_BACK, Decision.LEAVE_BEHIND);
        assertThat(Decision.choices(Step.IMAGES)).contains(Decision.ROLL_BACK).doesNotContain(Decision.LEAVE_BEHIND);
    }
}
