package dev.slipway.plan.operation.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.plan.operation.OperationStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RollbackViewTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @Test
    void namesThePointOfNoReturn() {
        var view = RollbackView.of(stopped(null), steps(StepState.SUCCEEDED, StepState.FAILED));

        assertThat(view.possible()).isTrue();
        assertThat(view.pointOfNoReturn()).isEqualTo("PUBLISH");
        assertThat(view.undo()).extracting(UndoStep::step).containsExactly("DESTROY_HOSTS", "RELEASE");
    }

    @Test
    void destroysHostsAlsoWhenWhatWasReservedIsGoneMeanwhile() {
        var view = RollbackView.of(stopped(null), steps(StepState.FAILED, StepState.SUCCEEDED));

        assertThat(view.undo()).extracting(UndoStep::step).containsExactly("DESTROY_HOSTS", "RELEASE");
    }

    @Test
    void destroysNothingWhenNothingWasReserved() {
        var view = RollbackView.of(stopped(null), steps(StepState.FAILED, StepState.PENDING));

        assertThat(view.undo()).extracting(UndoStep::step).containsExactly("RELEASE");
    }

    @Test
    void isNotPossibleTwice() {
        var view = RollbackView.of(stopped(4), steps(StepState.SUCCEEDED, StepState.FAILED));

        assertThat(view.possible()).isFalse();
        assertThat(view.reason()).contains("rolling back already");
        assertThat(view.undo()).isEmpty();
    }

    private static List<OperationStep> steps(StepState reserve, StepState make) {
        return List.of(
                step(Step.RESERVE, 1, reserve),
                step(Step.CREATE_HOSTS, 2, make),
                OperationStep.pending(Step.PUBLISH, 3));
    }

    private static OperationStep step(Step step, int position, StepState state) {
        var failure = state == StepState.FAILED ? new Failure(FailureType.TOOL_FAILED, "broken", null) : null;
        var pending = OperationStep.pending(step, position);
        return state == StepState.PENDING
                ? pending
                : pending.after(new StepReport("operation", step, StepState.RUNNING, NOW, null))
                        .after(new StepReport("operation", step, state, NOW.plusSeconds(1), failure));
    }

    private static Operation stopped(@Nullable Integer rollbackFrom) {
        return new Operation(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "demo",
                OperationKind.CREATE,
                OperationState.STOPPED,
                "somebody",
                NOW,
                NOW,
                null,
                0,
                3,
                null,
                null,
                false,
                rollbackFrom,
                null,
                1);
    }
}
