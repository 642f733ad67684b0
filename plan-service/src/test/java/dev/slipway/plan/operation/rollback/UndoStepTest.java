package dev.slipway.plan.operation.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.contracts.operation.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class UndoStepTest {
    @ParameterizedTest
    @EnumSource(names = {"RESET_HOSTS", "DESTROY_HOSTS", "RELEASE"})
    void saysWhatAStepThatUndoesTakesAway(Step step) {
        assertThat(UndoStep.of(step).what()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RESET_HOSTS", "DESTROY_HOSTS", "RELEASE"})
    void refusesAStepThatUndoesNothing(Step step) {
        assertThatIllegalArgumentException().isThrownBy(() -> UndoStep.of(step)).withMessageContaining(step.name());
    }

    @Test
    void isNamedAsItsStep() {
        assertThat(UndoStep.of(Step.RELEASE).title()).isEqualTo("Release hosts and addresses");
    }
}
