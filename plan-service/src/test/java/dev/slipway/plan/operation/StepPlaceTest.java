package dev.slipway.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.operation.Step;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepPlaceTest {
    @Test
    void hasAPlaceForEveryStepAndAStepForEveryPlace() {
        var places = EnumSet.noneOf(StepPlace.class);
        for (var step : Step.values()) {
            places.add(StepPlace.of(step));
        }

        assertThat(places).containsExactly(StepPlace.values());
    }

    @ParameterizedTest
    @CsvSource({
        "RESERVE, plan-service, cluster-7",
        "CREATE_HOSTS, provisioning-worker, cluster-7-provisioning",
        "DESTROY_HOSTS, provisioning-worker, cluster-7-deprovisioning",
        "VERIFICATION, install-worker, cluster-7-installation",
        "RESET_HOSTS, install-worker, cluster-7-uninstallation",
    })
    void namesTheServiceAndTheWorkflowOfAStep(Step step, String service, String workflow) {
        var place = StepPlace.of(step);

        assertThat(place.service()).isEqualTo(service);
        assertThat(place.workflowId("7")).isEqualTo(workflow);
    }
}
