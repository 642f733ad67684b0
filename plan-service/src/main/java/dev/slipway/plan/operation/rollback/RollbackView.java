package dev.slipway.plan.operation.rollback;

import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.operation.HostChanges;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.plan.operation.OperationStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rolling an operation back would do.
 *
 * @param possible whether it can be decided now
 * @param reason why not, when it cannot
 * @param undo the steps, in the order they would run
 * @param pointOfNoReturn the step after which nothing is rolled back any more
 */
record RollbackView(
        boolean possible,
        @Nullable String reason,
        List<UndoStep> undo,
        @Nullable String pointOfNoReturn) {
    private static final Set<Step> PROVISIONING = Set.of(Step.PLAN_HOSTS, Step.CREATE_HOSTS);

    static RollbackView of(Operation operation, List<OperationStep> steps) {
        if (operation.kind() == OperationKind.DELETE) {
            return impossible("What a deletion has removed cannot be brought back.", steps.getFirst());
        }
        var publish = find(steps, Step.PUBLISH);
        if (operation.state() != OperationState.STOPPED) {
            return impossible(
                    "Operation is %s; only one that is STOPPED can be rolled back.".formatted(operation.state()),
                    publish);
        }
        if (operation.rollbackFrom() != null) {
            return impossible(
                    "Operation is rolling back already and has stopped at that; retry the step, or abandon it.",
                    publish);
        }
        return new RollbackView(true, null, undo(steps), publish.step().name());
    }

    private static RollbackView impossible(String reason, OperationStep last) {
        return new RollbackView(false, reason, List.of(), last.step().name());
    }

    /** Hosts are made only once they were reserved; registered ones that nobody changed stay untouched. */
    private static List<UndoStep> undo(List<OperationStep> steps) {
        var undo = new ArrayList<UndoStep>();
        if (mayBeMade(steps)) {
            undo.add(UndoStep.of(Step.DESTROY_HOSTS));
        } else if (HostChanges.begunIn(steps)) {
            undo.add(UndoStep.of(Step.RESET_HOSTS));
        }
        undo.add(UndoStep.of(Step.RELEASE));
        return undo;
    }

    /** RESERVE may stop once more after hosts were made, when nobody can tell any more what was reserved. */
    private static boolean mayBeMade(List<OperationStep> steps) {
        return steps.stream().anyMatch(step -> PROVISIONING.contains(step.step()) && step.attempts() > 0)
                || (steps.stream().anyMatch(step -> PROVISIONING.contains(step.step()))
                        && find(steps, Step.RESERVE).state() == StepState.SUCCEEDED);
    }

    private static OperationStep find(List<OperationStep> steps, Step wanted) {
        return steps.stream().filter(step -> step.step() == wanted).findFirst().orElseThrow();
    }
}
