package dev.slipway.plan.journal;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.operation.DecisionReport;
import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.LeftBehindReport;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.RollbackReport;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepVerdict;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.plan.decision.OperationDecision;
import dev.slipway.plan.decision.OperationDecisions;
import io.temporal.spring.boot.ActivityImpl;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what every workflow reports in the database. */
@Component
@ActivityImpl(taskQueues = TaskQueues.LIFECYCLE)
class StoredJournal implements JournalActivities {
    private final OperationJournal journal;
    private final OperationDecisions decisions;
    private final WorkRecord work;

    StoredJournal(OperationJournal journal, OperationDecisions decisions, WorkRecord work) {
        this.journal = journal;
        this.decisions = decisions;
        this.work = work;
    }

    @Override
    public StepVerdict recordStep(StepReport report) {
        return requireNonNull(journal.recordStep(report).block());
    }

    @Override
    public void recordPlan(String operationId, PlanSummary plan) {
        journal.recordPlan(UUID.fromString(operationId), plan).block();
    }

    @Override
    public void recordLeftBehind(LeftBehindReport report) {
        work.left(UUID.fromString(report.operationId()), report.step(), report.stillThere())
                .block();
    }

    @Override
    public void recordDecision(DecisionReport report) {
        decisions
                .keep(UUID.fromString(report.operationId()), OperationDecision.of(report))
                .block();
    }

    @Override
    public void recordRollback(RollbackReport report) {
        journal.recordRollback(report).block();
    }
}
