package dev.slipway.toolkit.log;

import dev.slipway.contracts.operation.Step;
import io.temporal.activity.Activity;
import java.lang.management.ManagementFactory;

/**
 * One try of a step by one worker.
 *
 * @param source the activity that runs the step; a retry that a person asked for is another one
 * @param attempt attempt of that activity, from 1
 * @param worker process and machine that run it
 */
public record StepAttempt(String operationId, Step step, String source, int attempt, String worker) {
    /** Returns the try that the activity of this thread is. */
    public static StepAttempt current(String operationId, Step step) {
        var activity = Activity.getExecutionContext().getInfo();
        return new StepAttempt(
                operationId,
                step,
                activity.getWorkflowRunId() + "/" + activity.getActivityId(),
                activity.getAttempt(),
                ManagementFactory.getRuntimeMXBean().getName());
    }
}
