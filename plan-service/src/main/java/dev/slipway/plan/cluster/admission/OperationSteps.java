package dev.slipway.plan.cluster.admission;

import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.cluster.spec.DeployMode;
import java.util.EnumSet;
import java.util.List;

/** Which steps an operation will have, known before it begins. */
final class OperationSteps {
    private OperationSteps() {}

    static List<Step> of(OperationKind kind, DeployMode mode) {
        return switch (kind) {
            case CREATE -> creation(mode);
            case DELETE -> List.of(mode == DeployMode.AUTOMATIC ? Step.DESTROY_HOSTS : Step.RESET_HOSTS, Step.RELEASE);
        };
    }

    private static List<Step> creation(DeployMode mode) {
        var steps = EnumSet.range(Step.RESERVE, Step.PUBLISH);
        if (mode == DeployMode.MANUAL) {
            steps.removeAll(EnumSet.of(Step.PLAN_HOSTS, Step.CREATE_HOSTS));
        }
        return List.copyOf(steps);
    }
}
