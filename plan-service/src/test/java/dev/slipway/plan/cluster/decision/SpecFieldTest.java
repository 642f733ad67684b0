package dev.slipway.plan.cluster.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.Samples;
import dev.slipway.plan.operation.OperationStep;
import dev.slipway.toolkit.web.Violation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpecFieldTest {
    @ParameterizedTest
    @EnumSource
    void mayBeChangedBeforeAnyStepBegan(SpecField field) {
        assertThat(field.usedBy(steps(StepState.PENDING))).isEmpty();
    }

    @Test
    void nothingMayBeChangedWhenEverythingIsDone() {
        assertThat(SpecField.values())
                .filteredOn(field -> field.usedBy(steps(StepState.SUCCEEDED)).isEmpty())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PACKAGE_VERSION, PACKAGE_SOURCE, FAILED, true",
        "PACKAGE_VERSION, CONTAINER_RUNTIME, SUCCEEDED, false",
        "PACKAGE_VERSION, PREFLIGHT, SUCCEEDED, true",
        "API_PORT, PREFLIGHT, FAILED, true",
        "API_PORT, CONTROL_PLANE, FAILED, false",
        "POD_NETWORK, CONTROL_PLANE, CANCELED, false",
        "SERVICE_NETWORK, IMAGES, SUCCEEDED, true",
        "PODS_PER_NODE, CONTROL_PLANE, RUNNING, false",
        "PROXY_MODE, CONTROL_PLANE, SUCCEEDED, false",
        "FLANNEL_BACKEND, CONTROL_PLANE, SUCCEEDED, true",
        "FLANNEL_BACKEND, NETWORK, FAILED, true",
        "NETWORK_ADD_ON, NETWORK, SUCCEEDED, false",
        "LABELS, PREFLIGHT, SUCCEEDED, true",
        "LABELS, CONTROL_PLANE, FAILED, false"
    })
    void isHeldByTheFirstStepThatUsesIt(SpecField field, Step step, StepState state, boolean free) {
        assertThat(field.usedBy(List.of(step(step, state))).isEmpty()).isEqualTo(free);
    }

    @Test
    void isNeverFreeAgainOnceItIsHeld() {
        Samples.check(random -> {
            var before = Arrays.stream(Step.values())
                    .map(step -> step(step, random.nextBoolean() ? StepState.SUCCEEDED : StepState.PENDING))
                    .toList();
            var after = before.stream()
                    .map(step -> random.nextBoolean() ? step(step.step(), StepState.SUCCEEDED) : step)
                    .toList();

            for (var field : SpecField.values()) {
                if (field.usedBy(before).isPresent()) {
                    assertThat(field.usedBy(after)).isPresent();
                }
            }
        });
    }

    @Test
    void isConcernedByTheRulesOfItsPart() {
        assertThat(SpecField.PODS_PER_NODE.concernedBy(new Violation("network.podNetwork", "too small")))
                .isTrue();
        assertThat(SpecField.LABELS.concernedBy(new Violation("labels[team]", "bad")))
                .isTrue();
        assertThat(SpecField.API_PORT.concernedBy(new Violation("name", "taken")))
                .isFalse();
    }

    private static List<OperationStep> steps(StepState state) {
        return Arrays.stream(Step.values()).map(step -> step(step, state)).toList();
    }

    private static OperationStep step(Step step, StepState state) {
        var begun = state == StepState.PENDING ? null : Instant.EPOCH;
        return new OperationStep(step, 1, state, 1, begun, null, null, null, 1);
    }
}
