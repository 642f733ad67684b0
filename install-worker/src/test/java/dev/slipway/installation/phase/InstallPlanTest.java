package dev.slipway.installation.phase;

import static dev.slipway.installation.fixture.Installations.anInstallation;
import static dev.slipway.installation.fixture.Installations.controlPlane;
import static dev.slipway.installation.fixture.Installations.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.Step;
import dev.slipway.installation.fixture.Installations;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstallPlanTest {
    private final InstallPlan plan = InstallPlan.standard();

    @Test
    void hasEveryStepFromPreflightToVerificationOnce() {
        List<Step> expected = Arrays.stream(Step.values())
                .filter(step -> step.compareTo(Step.PREFLIGHT) >= 0 && step.compareTo(Step.VERIFICATION) <= 0)
                .toList();

        assertThat(plan.phases()).extracting(Phase::step).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void runsWhatDoesNotNeedEachOtherTogether() {
        assertThat(plan.stages())
                .filteredOn(stage -> stage.phases().size() > 1)
                .extracting(stage -> stage.phases().stream().map(Phase::step).toList())
                .containsExactly(
                        List.of(Step.PACKAGE_SOURCE, Step.CONTAINER_RUNTIME),
                        List.of(Step.HOST_BASELINE, Step.IMAGES),
                        List.of(Step.NETWORK, Step.WORKERS),
                        List.of(Step.DNS, Step.METRICS_SERVER));
    }

    /** Each playbook needs what another one did: software its source, images a runtime, a node its kernel settings. */
    @Test
    void runsEachPhaseAfterTheOnesItNeeds() {
        assertThat(stageOf(Step.PREFLIGHT)).isZero();
        assertThat(stageOf(Step.HOST_BASELINE)).isGreaterThan(stageOf(Step.PACKAGE_SOURCE));
        assertThat(stageOf(Step.TIME)).isGreaterThan(stageOf(Step.HOST_BASELINE));
        assertThat(stageOf(Step.IMAGES)).isGreaterThan(stageOf(Step.CONTAINER_RUNTIME));
        assertThat(stageOf(Step.CONTROL_PLANE))
                .isGreaterThan(stageOf(Step.TIME))
                .isGreaterThan(stageOf(Step.IMAGES));
        assertThat(stageOf(Step.DNS)).isGreaterThan(stageOf(Step.WORKERS));
        assertThat(stageOf(Step.VERIFICATION)).isEqualTo(plan.stages().size() - 1);
    }

    private int stageOf(Step step) {
        return IntStream.range(0, plan.stages().size())
                .filter(i -> plan.stages().get(i).phases().stream().anyMatch(phase -> phase.step() == step))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesTheClockOfContainerHostsAlone() {
        assertThat(phase(Step.TIME).appliesTo(anInstallation())).isFalse();

        InstallationRequest mixed =
                Installations.of(controlPlane("a"), node("b", NodeRole.WORKER, HostProfile.STANDARD));
        assertThat(phase(Step.TIME).appliesTo(mixed)).isTrue();
    }

    @Test
    void joinsNoWorkersWhereThereAreNone() {
        assertThat(phase(Step.WORKERS).appliesTo(Installations.of(controlPlane("a"))))
                .isFalse();
        assertThat(phase(Step.WORKERS).appliesTo(anInstallation())).isTrue();
    }

    @Test
    void refusesAStageWithoutPhases() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Stage(List.of()));
    }

    private Phase phase(Step step) {
        return plan.phases().stream()
                .filter(phase -> phase.step() == step)
                .findFirst()
                .orElseThrow();
    }
}
