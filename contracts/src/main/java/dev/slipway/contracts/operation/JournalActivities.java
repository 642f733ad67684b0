package dev.slipway.contracts.operation;

import dev.slipway.contracts.provisioning.PlanSummary;
import io.temporal.activity.ActivityInterface;

/** Keeps the record of operations; run by plan-service on the lifecycle queue for every workflow. */
@ActivityInterface(namePrefix = "Journal")
public interface JournalActivities {
    /** Records that a step reached a state. */
    void recordStep(StepReport report);

    /** Keeps what Terraform is about to change, so that a person can read it on the operation. */
    void recordPlan(String operationId, PlanSummary plan);
}
