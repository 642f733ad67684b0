package dev.slipway.plan.journal;

import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.provisioning.PlanSummary;
import dev.slipway.contracts.wire.TaskQueues;
import io.temporal.spring.boot.ActivityImpl;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what every workflow reports in the database. */
@Component
@ActivityImpl(taskQueues = TaskQueues.LIFECYCLE)
class StoredJournal implements JournalActivities {
    private final OperationJournal journal;

    StoredJournal(OperationJournal journal) {
        this.journal = journal;
    }

    @Override
    public void recordStep(StepReport report) {
        journal.recordStep(report).block();
    }

    @Override
    public void recordPlan(String operationId, PlanSummary plan) {
        journal.recordPlan(UUID.fromString(operationId), plan).block();
    }
}
