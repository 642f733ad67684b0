package dev.slipway.toolkit.temporal;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that only tests run. */
@WorkflowInterface
public interface JournaledWorkflow {
    @WorkflowMethod
    String run(String task);
}
