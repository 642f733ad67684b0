package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import io.temporal.workflow.Workflow;

/** A step of seconds, done by a service that may be away. */
public final class OneQuickStep implements JournaledWorkflow {
    private final WorkActivities work =
            Workflow.newActivityStub(WorkActivities.class, ActivityProfiles.quick("elsewhere"));

    @Override
    public String run(String task) {
        return new Steps(new OperationReference("operation-1", "cluster-1", "demo"))
                .step(Step.RESERVE, () -> work.work(task));
    }
}
