package dev.slipway.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OperationProgressTest {
    private static final Failure FAILURE = new Failure(FailureType.DISK_FULL, "no space", "host-1");

    @Test
    void runsWhileAStepRunsEvenWhenAPartnerFailed() {
        assertThat(progress(null, StepState.FAILED, StepState.RUNNING)).isEqualTo(OperationState.RUNNING);
        assertThat(progress(null, StepState.SUCCEEDED, StepState.PENDING)).isEqualTo(OperationState.RUNNING);
    }

    @Test
    void stopsWhenNothingRunsAndAStepFailedOrWasCanceled() {
        assertThat(progress(null, StepState.FAILED, StepState.SUCCEEDED)).isEqualTo(OperationState.STOPPED);
        assertThat(progress(null, StepState.SUCCEEDED, StepState.CANCELED)).isEqualTo(OperationState.STOPPED);
    }

    @Test
    void saysWhyItStopped() {
        var failed = OperationProgress.of(steps(StepState.FAILED), null).failure();
        assertThat(failed).isNotNull();
        assertThat(failed.type()).isEqualTo(FailureType.DISK_FULL);
        assertThat(failed.step()).isEqualTo(Step.RESERVE);

        var canceled = OperationProgress.of(steps(StepState.CANCELED), null).failure();
        assertThat(canceled).isNotNull();
        assertThat(canceled.type()).isEqualTo(FailureType.CANCELED);
        assertThat(canceled.message()).contains("Reserve hosts and addresses");
    }

    @Test
    void countsOnlyTheStepsThatUndoOnceItRollsBack() {
        assertThat(progress(2, StepState.FAILED, StepState.RUNNING)).isEqualTo(OperationState.ROLLING_BACK);
        assertThat(progress(2, StepState.FAILED, StepState.SUCCEEDED)).isEqualTo(OperationState.ROLLING_BACK);
        assertThat(progress(2, StepState.SUCCEEDED, StepState.FAILED)).isEqualTo(OperationState.STOPPED);
    }

    private static OperationState progress(Integer rollbackFrom, StepState... states) {
        return OperationProgress.of(steps(states), rollbackFrom).state();
    }

    private static List<OperationStep> steps(StepState... states) {
        return IntStream.range(0, states.length)
                .mapToObj(index -> new OperationStep(
                        List.of(Step.values()).get(index),
                        index + 1,
                        states[index],
                        1,
                        null,
                        null,
                        null,
                        states[index] == StepState.FAILED ? FAILURE : null,
                        1))
                .toList();
    }
}
