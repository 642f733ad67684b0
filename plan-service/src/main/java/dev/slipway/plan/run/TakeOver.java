package dev.slipway.plan.run;

import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.plan.operation.Operations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes room for a deletion: what else runs on its cluster is asked to stop, and ended when it does not. Its workflow
 * may wait for a worker that never comes back.
 */
@Component
class TakeOver {
    private static final Logger log = LoggerFactory.getLogger(TakeOver.class);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Operations operations;
    private final OperationWorkflows workflows;
    private final TakeOverRecord record;
    private final Clock clock;
    private final Duration patience;

    TakeOver(
            Operations operations,
            OperationWorkflows workflows,
            TakeOverRecord record,
            Clock clock,
            @Value("${slipway.operations.take-over-patience:PT5M}") Duration patience) {
        this.operations = operations;
        this.workflows = workflows;
        this.record = record;
        this.clock = clock;
        this.patience = patience;
    }

    /** Asks once, or ends what was asked for too long; until it has ended the deletion cannot start. */
    Mono<Void> makeRoom(Operation deletion) {
        return operations
                .active(List.of(deletion.clusterId()))
                .filter(other -> !other.id().equals(deletion.id()))
                .concatMap(other -> record.asked(deletion, other)
                        .then(Mono.defer(() -> isOverdue(deletion) ? end(deletion, other) : ask(other))))
                .then();
    }

    private boolean isOverdue(Operation deletion) {
        return deletion.createdAt().plus(patience).isBefore(clock.instant());
    }

    private Mono<Void> ask(Operation other) {
        var started = other.state() == OperationState.PENDING ? workflows.start(other) : Mono.just(true);
        return started.then(workflows.cancel(other))
                .timeout(ANSWER)
                .onErrorResume(error -> later(other, error))
                .then();
    }

    private static Mono<Boolean> later(Operation other, Throwable error) {
        log.atWarn()
                .addKeyValue("operation", other.id())
                .setCause(error)
                .log("Operation could not be asked to stop yet; see whether Temporal runs, it is tried again");
        return Mono.empty();
    }

    /** Its programs learn at their next sign of life that they are no longer wanted, and end. */
    private Mono<Void> end(Operation deletion, Operation other) {
        return workflows
                .terminate(other, "Operation %s deletes the cluster".formatted(deletion.id()))
                .timeout(ANSWER)
                .then(record.ended(deletion, other, patience));
    }
}
