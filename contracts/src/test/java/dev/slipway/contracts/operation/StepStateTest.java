package dev.slipway.contracts.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StepStateTest {
    @Test
    void stopsAnOperationWhenItFailedOrWasCanceled() {
        assertThat(Arrays.stream(StepState.values()).filter(StepState::stopped))
                .containsExactly(StepState.FAILED, StepState.CANCELED);
    }
}
