package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.RollbackReport;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.WorkflowClock;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.Deque;

/** How to undo what an operation has done; each part is registered before what it undoes begins. */
final class Undo {
    private final JournalActivities journal =
            Workflow.newActivityStub(JournalActivities.class, ActivityProfiles.patient());
    private final Deque<Part> parts = new ArrayDeque<>();
    private final OperationReference operation;

    Undo(OperationReference operation) {
        this.operation = operation;
    }

    private record Part(Functions.Func<Boolean> needed, Step step, Functions.Proc action) {}

    /** Registers a part; the action has the step recorded itself. */
    void register(Step step, Functions.Proc action) {
        registerWhen(() -> true, step, action);
    }

    /** Registers a part that is left out unless it is needed by the time everything is undone. */
    void registerWhen(Functions.Func<Boolean> needed, Step step, Functions.Proc action) {
        parts.push(new Part(needed, step, action));
    }

    /** Undoes everything, what was done last first. */
    void run() {
        parts.removeIf(part -> !part.needed().apply());
        var now = WorkflowClock.now();
        journal.recordRollback(new RollbackReport(
                operation.operationId(), parts.stream().map(Part::step).toList(), now));
        while (!parts.isEmpty()) {
            parts.pop().action().apply();
        }
    }
}
