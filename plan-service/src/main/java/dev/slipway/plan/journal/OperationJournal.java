package dev.slipway.plan.journal;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.RollbackReport;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.contracts.operation.StepVerdict;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationProgress;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.plan.operation.OperationStep;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Moves operations and their steps on, never back: a repeated or late report changes nothing. */
@Component
public class OperationJournal {
    private final JournalRows rows;

    OperationJournal(JournalRows rows) {
        this.rows = rows;
    }

    /** Marks an operation as running and returns its state; one that has ended stays so. */
    @Transactional
    public Mono<OperationState> begin(UUID operation, Instant at) {
        return rows.lock(operation).flatMap(found -> switch (found.state()) {
            case PENDING -> rows.begin(operation, at).thenReturn(OperationState.RUNNING);
            default -> Mono.just(found.state());
        });
    }

    /** Records that a step reached a state; answers HOLD to one that begins while the operation shall be paused. */
    @Transactional
    public Mono<StepVerdict> recordStep(StepReport report) {
        var operation = UUID.fromString(report.operationId());
        return rows.lock(operation)
                .filter(found -> !found.state().ended())
                .flatMap(found -> holds(found, report)
                        ? rows.enter(operation, new OperationProgress(OperationState.PAUSED, null))
                                .thenReturn(StepVerdict.HOLD)
                        : go(found, report))
                .defaultIfEmpty(StepVerdict.GO);
    }

    /** Keeps what Terraform is about to change. */
    @Transactional
    public Mono<Void> recordPlan(UUID operation, PlanSummary plan) {
        return rows.lock(operation).flatMap(found -> rows.savePlan(operation, plan));
    }

    /** Adds the steps that undo what an operation has done. */
    @Transactional
    public Mono<Void> recordRollback(RollbackReport report) {
        var operation = UUID.fromString(report.operationId());
        return rows.lock(operation)
                .filter(found -> !found.state().ended() && found.rollbackFrom() == null)
                .flatMap(found -> rows.addSteps(found, report.steps())
                        .then(rows.enter(operation, new OperationProgress(OperationState.ROLLING_BACK, null))));
    }

    /** Ends an operation; a step that no one ended ends the same way. The first end that is told stays. */
    @Transactional
    public Mono<Void> end(UUID operation, OperationState state, Instant at, @Nullable Failure failure) {
        return rows.lock(operation)
                .filter(found -> !found.state().ended())
                .flatMap(found -> rows.endSteps(found, new Outcome(state, at, failure))
                        .then(rows.end(operation, new Outcome(state, at, failure))));
    }

    private static boolean holds(Operation operation, StepReport report) {
        return report.state() == StepState.RUNNING && operation.pauseRequested();
    }

    private Mono<StepVerdict> go(Operation operation, StepReport report) {
        return rows.step(operation.id(), report.step())
                .flatMap(step -> keep(operation, step, report))
                .thenReturn(StepVerdict.GO);
    }

    private Mono<Void> keep(Operation operation, OperationStep step, StepReport report) {
        var changed = step.after(report);
        if (changed.equals(step)) {
            // One that had stopped stops again when its retry could not begin, perhaps after it was held for that.
            return report.state().stopped() ? moveOn(operation) : Mono.empty();
        }
        return rows.saveStep(operation, changed).then(Mono.defer(() -> moveOn(operation)));
    }

    private Mono<Void> moveOn(Operation operation) {
        return rows.steps(operation.id()).flatMap(steps -> {
            var progress = OperationProgress.of(steps, operation.rollbackFrom());
            return progress.state() == operation.state() ? Mono.empty() : rows.enter(operation.id(), progress);
        });
    }
}
