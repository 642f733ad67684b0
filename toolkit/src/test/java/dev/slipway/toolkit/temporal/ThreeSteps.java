package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import io.temporal.workflow.Workflow;
import java.util.List;

/**
 * Skips a step, runs one alone, two together, one that may be left behind and the last one; the task decides how the
 * first ends.
 */
public final class ThreeSteps implements JournaledWorkflow {
    private final WorkActivities work = Workflow.newActivityStub(WorkActivities.class, ActivityProfiles.longRunning());

    @Override
    public String run(String task) {
        var steps = new Steps(new OperationReference("operation-1", "cluster-1", "demo"), () -> work.work("refresh"));
        steps.skip(Step.TIME);
        var result = steps.step(Step.IMAGES, () -> work.work(task));
        steps.together(List.of(part(Step.NETWORK), part(Step.WORKERS)));
        var reset = steps.step(Step.RESET_HOSTS, () -> {
            work.work("reset");
        });
        steps.step(Step.PUBLISH, () -> {
            work.work("publish");
        });
        return reset ? result : result + ", without a reset";
    }

    private Part<Boolean> part(Step step) {
        return Part.of(step, () -> work.work(step.name()));
    }
}
