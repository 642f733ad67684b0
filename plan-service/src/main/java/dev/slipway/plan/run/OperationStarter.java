package dev.slipway.plan.run;

import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.Operations;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Starts the workflows of operations that were written down. The row is the outbox: if the process dies between the
 * commit and the start, or Temporal is away, the next sweep starts what still waits.
 */
@Component
public class OperationStarter {
    private static final Logger log = LoggerFactory.getLogger(OperationStarter.class);

    /** A request must not wait for a Temporal that is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Operations operations;
    private final OperationWorkflows workflows;
    private final TakeOver takeOver;

    OperationStarter(Operations operations, OperationWorkflows workflows, TakeOver takeOver) {
        this.operations = operations;
        this.workflows = workflows;
        this.takeOver = takeOver;
    }

    /** Starts one operation right away; when that fails, the sweep will. */
    public Mono<Void> start(Operation operation) {
        return workflows
                .start(operation)
                .timeout(PATIENCE)
                .doOnNext(started -> told(operation, started))
                .onErrorResume(error -> later(operation, error))
                .then();
    }

    /**
     * Ends what else runs on the cluster, then starts the operation. The workflow that is canceled stops its processes
     * first; until it has ended the new operation waits, and the sweep starts it.
     */
    public Mono<Void> takeOver(Operation operation) {
        return takeOver.makeRoom(operation)
                .then(Mono.defer(() -> start(operation)))
                .onErrorResume(error -> later(operation, error).then());
    }

    /** Starts every operation that waits, at start-up and every few seconds. */
    @Scheduled(fixedDelayString = "${slipway.operations.sweep:PT5S}")
    Mono<Void> sweep() {
        return operations.pending().concatMap(this::startWaiting).then().onErrorResume(OperationStarter::postponed);
    }

    /** A deletion asks again for what it takes the place of to stop: nobody knows whether the first wish arrived. */
    private Mono<Void> startWaiting(Operation operation) {
        return operation.kind() == OperationKind.DELETE ? takeOver(operation) : start(operation);
    }

    private static void told(Operation operation, boolean started) {
        if (started) {
            log.atInfo()
                    .addKeyValue("operation", operation.id())
                    .addKeyValue("cluster", operation.clusterName())
                    .addKeyValue("kind", operation.kind())
                    .log("Operation started");
        }
    }

    private static Mono<Boolean> later(Operation operation, Throwable error) {
        log.atWarn()
                .addKeyValue("operation", operation.id())
                .setCause(error)
                .log("Operation could not be started yet; see whether Temporal runs, it is tried again");
        return Mono.empty();
    }

    private static Mono<Void> postponed(Throwable error) {
        log.atWarn().setCause(error).log("Waiting operations could not be read; see whether PostgreSQL runs");
        return Mono.empty();
    }
}
