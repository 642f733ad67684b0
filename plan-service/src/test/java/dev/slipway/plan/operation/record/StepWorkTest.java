package dev.slipway.plan.operation.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.operation.OperationStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepWorkTest {
    private static final Map<String, Object> CHANGES = Map.of("add", 3);
    private static final Map<String, Object> HOSTS = Map.of("hosts", List.of("demo-worker-1"));
    private static final List<RecordedOrder> ORDERS =
            List.of(new RecordedOrder(1, Instant.EPOCH, null, null), new RecordedOrder(2, Instant.EPOCH, HOSTS, null));

    @Test
    void planningGaveThePlan() {
        assertThat(completed(Step.PLAN_HOSTS, StepState.SUCCEEDED, 2)).isEqualTo(CHANGES);
    }

    @Test
    void creatingGaveTheHostsOfItsOrder() {
        assertThat(completed(Step.CREATE_HOSTS, StepState.SUCCEEDED, 2)).isEqualTo(HOSTS);
    }

    @Test
    void whatIsNotKnownIsNotMadeUp() {
        assertThat(completed(Step.CREATE_HOSTS, StepState.SUCCEEDED, 1)).isNull();
        assertThat(completed(Step.CREATE_HOSTS, StepState.SUCCEEDED, null)).isNull();
        assertThat(completed(Step.CREATE_HOSTS, StepState.FAILED, 2)).isNull();
        assertThat(completed(Step.NETWORK, StepState.SUCCEEDED, 2)).isNull();
    }

    @Test
    void whatAStepSaidItselfStays() {
        var own = new StepWork(null, Map.of("nodes", List.of()));

        assertThat(own.completed(step(Step.PLAN_HOSTS, StepState.SUCCEEDED), CHANGES, ORDERS))
                .isEqualTo(own);
    }

    private static Object completed(Step step, StepState state, Integer order) {
        return new StepWork(order, null)
                .completed(step(step, state), CHANGES, ORDERS)
                .output();
    }

    private static OperationStep step(Step step, StepState state) {
        return new OperationStep(step, 1, state, 1, null, null, null, null, 1);
    }
}
