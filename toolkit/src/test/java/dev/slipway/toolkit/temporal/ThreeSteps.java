package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import io.temporal.workflow.Workflow;

/** Plans, skips the time and publishes; the task decides how the second step ends. */
public final class ThreeSteps implements JournaledWorkflow {
    private final WorkActivities work = Workflow.newActivityStub(WorkActivities.class, ActivityProfiles.longRunning());

    @Override
    public String run(String task) {
        var journal = new StepJournal(new OperationReference("operation-1", "cluster-1", "demo"));
        journal.skip(Step.TIME);
        var result = journal.step(Step.IMAGES, () -> work.work(task));
        journal.step(Step.PUBLISH, () -> {
            work.work("publish");
        });
        return result;
    }
}
