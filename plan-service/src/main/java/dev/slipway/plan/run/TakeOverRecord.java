package dev.slipway.plan.run;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.plan.database.Moments;
import dev.slipway.plan.decision.OperationDecision;
import dev.slipway.plan.decision.OperationDecisions;
import dev.slipway.plan.journal.OperationJournal;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationState;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Says in the record of an operation which deletion took its place, who wanted that, and whether it was ended for it.
 */
@Component
class TakeOverRecord {
    private final OperationDecisions decisions;
    private final OperationJournal journal;
    private final Clock clock;

    TakeOverRecord(OperationDecisions decisions, OperationJournal journal, Clock clock) {
        this.decisions = decisions;
        this.journal = journal;
        this.clock = clock;
    }

    /** The operation is asked to stop; said once, however often it is asked. */
    Mono<Void> asked(Operation deletion, Operation other) {
        return decisions.keep(
                other.id(),
                OperationDecision.plain(
                        "take-over-" + deletion.id(),
                        "TAKE_OVER",
                        deletion.requestedBy(),
                        "Operation %s deletes the cluster.".formatted(deletion.id()),
                        deletion.createdAt()));
    }

    /** The operation was ended, as it did not stop. */
    @Transactional
    Mono<Void> ended(Operation deletion, Operation other, Duration patience) {
        var now = Moments.now(clock);
        var why =
                "It had not stopped %d s after operation %s was to delete the cluster, so its workflows were terminated."
                        .formatted(patience.toSeconds(), deletion.id());
        return decisions
                .keep(
                        other.id(),
                        OperationDecision.plain(
                                "terminate-" + deletion.id(), "TERMINATE", deletion.requestedBy(), why, now))
                .then(journal.end(
                        other.id(), OperationState.CANCELED, now, new Failure(FailureType.CANCELED, why, null)));
    }
}
