package dev.slipway.plan.operation.record;

import dev.slipway.plan.database.Moments;
import dev.slipway.plan.decision.OperationDecisions;
import dev.slipway.plan.operation.OperationView;
import dev.slipway.plan.operation.OperationViews;
import dev.slipway.plan.operation.Operations;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Puts the record of an operation together, without its log, which may be longer than memory. */
@Component
class OperationRecords {
    private final Operations operations;
    private final OperationViews views;
    private final OperationDecisions decisions;
    private final RecordRows rows;
    private final Clock clock;

    OperationRecords(
            Operations operations, OperationViews views, OperationDecisions decisions, RecordRows rows, Clock clock) {
        this.operations = operations;
        this.views = views;
        this.decisions = decisions;
        this.rows = rows;
        this.clock = clock;
    }

    /** Reads all of it as of one moment, so that its parts fit together. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Mono<OperationRecord> withoutLog(UUID id) {
        return operations.require(id).flatMap(views::of).flatMap(this::record);
    }

    private Mono<OperationRecord> record(OperationView operation) {
        var id = operation.id();
        return rows.asked(id)
                .zipWith(rows.orders(id))
                .flatMap(found -> Mono.zip(
                                steps(id, found.getT1(), found.getT2()),
                                decisions.of(id).collectList())
                        .map(parts -> new OperationRecord(
                                OperationRecord.FORMAT,
                                Moments.now(clock),
                                operation,
                                found.getT1().spec(),
                                found.getT1().nodes(),
                                found.getT2(),
                                parts.getT1(),
                                parts.getT2(),
                                List.of())));
    }

    private Mono<List<RecordedStep>> steps(UUID id, RecordRows.Asked asked, List<RecordedOrder> orders) {
        return rows.works(id)
                .zipWith(rows.attempts(id))
                .flatMap(found -> operations
                        .steps(id, 0)
                        .map(step -> RecordedStep.of(
                                step,
                                found.getT1()
                                        .getOrDefault(step.step(), StepWork.NONE)
                                        .completed(step, asked.changes(), orders),
                                List.copyOf(found.getT2().getOrDefault(step.step(), List.of()))))
                        .collectList());
    }
}
