package dev.slipway.contracts.operation;

import io.temporal.activity.ActivityInterface;

/** Keeps the record of operations; run by plan-service on the lifecycle queue for every workflow. */
@ActivityInterface(namePrefix = "Journal")
public interface JournalActivities {
    /** Records that a step reached a state; a step may begin only when the answer is GO. */
    StepVerdict recordStep(StepReport report);

    /** Records what a person decided. */
    void recordDecision(DecisionReport report);

    /** Records that the operation begins to undo what it has done. */
    void recordRollback(RollbackReport report);

    /** Keeps what Terraform is about to change, so that a person can read it on the operation. */
    void recordPlan(String operationId, PlanSummary plan);

    /** Keeps what a person left behind, as far as the region tells. */
    void recordLeftBehind(LeftBehindReport report);
}
