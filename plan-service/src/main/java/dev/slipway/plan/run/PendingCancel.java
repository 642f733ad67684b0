package dev.slipway.plan.run;

import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.plan.database.Moments;
import dev.slipway.plan.decision.OperationDecision;
import dev.slipway.plan.decision.OperationDecisions;
import dev.slipway.plan.operation.Operation;
import dev.slipway.toolkit.web.ProblemException;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Cancels an operation that has not begun. */
@Component
class PendingCancel {
    private final OperationWorkflows workflows;
    private final OperationDecisions decisions;
    private final Clock clock;

    PendingCancel(OperationWorkflows workflows, OperationDecisions decisions, Clock clock) {
        this.workflows = workflows;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * It is started first, so that its workflow records the end in the one usual way; when it cannot be, it may just
     * have been.
     */
    Mono<Void> cancel(Operation operation, Wish wish) {
        return workflows
                .start(operation)
                .then(workflows.cancel(operation))
                .flatMap(canceled -> canceled ? keep(operation, wish) : Mono.error(refusal(operation)));
    }

    private Mono<Void> keep(Operation operation, Wish wish) {
        return decisions.keep(
                operation.id(),
                OperationDecision.plain(wish.id(), "CANCEL", wish.requester(), wish.reason(), Moments.now(clock)));
    }

    private static ProblemException refusal(Operation operation) {
        return operation.kind() == OperationKind.DELETE
                ? Refusals.conflict(
                        "It waits until the operation before it has stopped, or is ended for it within minutes; cancel it when it runs.")
                : new WorkflowRefusal("The operation has moved on meanwhile; look at it again.");
    }
}
