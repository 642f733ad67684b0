package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Decided;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.temporal.WorkflowClock;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;

/**
 * Surrounds the story of every operation: it is recorded as running before and as ended after, whatever happens, so
 * both are done in a scope that a cancel does not reach. What a person decided ends it as decided.
 */
final class OperationFrame {
    private final LifecycleActivities record =
            Workflow.newActivityStub(LifecycleActivities.class, ActivityProfiles.patient());

    private final OperationReference operation;
    private final Undo undo;

    OperationFrame(OperationReference operation, Undo undo) {
        this.operation = operation;
        this.undo = undo;
    }

    /** Tells the story, unless the operation has ended before it could begin. */
    void around(Functions.Proc story) {
        if (begin()) {
            tell(story, OperationState.SUCCEEDED);
        }
    }

    private void tell(Functions.Proc story, OperationState success) {
        try {
            story.apply();
            end(new Ending(operation, success, WorkflowClock.now(), null));
        } catch (TemporalFailure e) {
            var decided = Decided.in(e);
            if (decided.isPresent()) {
                follow(decided.get());
            } else {
                fail(e);
            }
        }
    }

    private void follow(Decided decided) {
        if (decided.decision() == Decision.ROLL_BACK) {
            tell(undo::run, OperationState.ROLLED_BACK);
        } else {
            end(new Ending(operation, OperationState.ABANDONED, WorkflowClock.now(), decided.failure()));
        }
    }

    private void fail(TemporalFailure cause) {
        var ending = Ending.failed(operation, WorkflowClock.now(), Failures.from(cause));
        end(ending);
        throw rethrown(ending, cause);
    }

    private boolean begin() {
        var begun = new boolean[1];
        var beginning = new Beginning(operation, WorkflowClock.now());
        Workflow.newDetachedCancellationScope(() -> begun[0] = record.begin(beginning))
                .run();
        return begun[0];
    }

    private void end(Ending ending) {
        Workflow.newDetachedCancellationScope(() -> record.end(ending)).run();
    }

    /** A canceled workflow must show as canceled; any other failure keeps its name. */
    private static TemporalFailure rethrown(Ending ending, TemporalFailure cause) {
        var failure = ending.failure();
        return failure == null ? cause : Failures.of(failure.type(), failure.message(), failure.host(), cause);
    }
}
