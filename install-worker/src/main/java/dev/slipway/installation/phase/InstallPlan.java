package dev.slipway.installation.phase;

import static dev.slipway.contracts.operation.Step.CONTAINER_RUNTIME;
import static dev.slipway.contracts.operation.Step.CONTROL_PLANE;
import static dev.slipway.contracts.operation.Step.DNS;
import static dev.slipway.contracts.operation.Step.HOST_BASELINE;
import static dev.slipway.contracts.operation.Step.IMAGES;
import static dev.slipway.contracts.operation.Step.METRICS_SERVER;
import static dev.slipway.contracts.operation.Step.NETWORK;
import static dev.slipway.contracts.operation.Step.PACKAGE_SOURCE;
import static dev.slipway.contracts.operation.Step.PREFLIGHT;
import static dev.slipway.contracts.operation.Step.TIME;
import static dev.slipway.contracts.operation.Step.VERIFICATION;
import static dev.slipway.contracts.operation.Step.WORKERS;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.Step;
import java.util.List;

/**
 * The ordered stages that make a cluster of hosts.
 *
 * @param stages one after the other
 */
public record InstallPlan(List<Stage> stages) {
    /** Copies the stages. */
    public InstallPlan {
        stages = List.copyOf(stages);
    }

    /**
     * Returns the plan every installation follows; what does not apply to a request is skipped by its phase. The
     * runtime needs nothing of the operating system's packages, so images are fetched while those are installed.
     */
    public static InstallPlan standard() {
        return new InstallPlan(List.of(
                Stage.of(Phase.always(PREFLIGHT)),
                Stage.of(Phase.always(PACKAGE_SOURCE), Phase.always(CONTAINER_RUNTIME)),
                Stage.of(Phase.always(HOST_BASELINE), Phase.always(IMAGES)),
                Stage.of(Phase.when(TIME, InstallPlan::keepsOwnTime)),
                Stage.of(Phase.always(CONTROL_PLANE)),
                Stage.of(Phase.always(NETWORK), Phase.when(WORKERS, InstallPlan::hasWorkers)),
                Stage.of(Phase.always(DNS), Phase.always(METRICS_SERVER)),
                Stage.of(Phase.always(VERIFICATION))));
    }

    /** Returns every phase in the order of the plan. */
    public List<Phase> phases() {
        return stages.stream().flatMap(stage -> stage.phases().stream()).toList();
    }

    /**
     * Returns a step and those that have the same place in the stages that follow: what one run of a tool may do with
     * the same hosts, one after the other.
     */
    public List<Step> lane(Step first, InstallationRequest request) {
        return stages.stream()
                .dropWhile(stage -> place(stage, first) < 0)
                .flatMap(stage -> stage.phases().stream().skip(place(first)).limit(1))
                .filter(phase -> phase.appliesTo(request))
                .map(Phase::step)
                .toList();
    }

    /** Returns the place of a step in its stage, from 0. */
    public int place(Step step) {
        return stages.stream().mapToInt(stage -> place(stage, step)).max().orElse(-1);
    }

    private static int place(Stage stage, Step step) {
        return stage.phases().stream().map(Phase::step).toList().indexOf(step);
    }

    /** A container host has the clock of the machine it runs on. */
    private static boolean keepsOwnTime(InstallationRequest request) {
        return request.nodes().stream().anyMatch(node -> node.profile() != HostProfile.CONTAINER);
    }

    private static boolean hasWorkers(InstallationRequest request) {
        return request.nodes().stream().anyMatch(node -> node.role() == NodeRole.WORKER);
    }
}
