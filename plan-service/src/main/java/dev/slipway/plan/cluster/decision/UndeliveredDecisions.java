package dev.slipway.plan.cluster.decision;

import dev.slipway.plan.decision.OperationDecision;
import dev.slipway.plan.decision.OperationDecisions;
import dev.slipway.plan.decision.PendingDecision;
import dev.slipway.plan.operation.Operations;
import dev.slipway.plan.run.Wish;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Brings decisions to their operations that were written down and not told: the process died in between, or nobody
 * answered. The workflow knows a decision by its id, so it takes none twice.
 */
@Component
class UndeliveredDecisions {
    private static final Logger log = LoggerFactory.getLogger(UndeliveredDecisions.class);

    /** By then the request that wrote it down has come to its end. */
    private static final Duration AGE = Duration.ofSeconds(30);

    private final OperationDecisions decisions;
    private final Operations operations;
    private final Retries retries;
    private final Clock clock;

    UndeliveredDecisions(OperationDecisions decisions, Operations operations, Retries retries, Clock clock) {
        this.decisions = decisions;
        this.operations = operations;
        this.retries = retries;
        this.clock = clock;
    }

    /** Looks for them at start-up and every few seconds. */
    @Scheduled(fixedDelayString = "${slipway.operations.sweep:PT5S}")
    Mono<Void> deliver() {
        return decisions
                .pending(clock.instant().minus(AGE))
                .concatMap(this::deliver)
                .then()
                .onErrorResume(UndeliveredDecisions::postponed);
    }

    private Mono<Void> deliver(PendingDecision pending) {
        var wish = wish(pending.decision());
        return operations
                .find(pending.operation())
                .flatMap(operation -> retries.bring(operation, wish))
                .onErrorResume(error -> undelivered(pending, error));
    }

    private static Wish wish(OperationDecision decision) {
        return new Wish(decision.id(), decision.requestedBy(), decision.reason());
    }

    private static Mono<Void> undelivered(PendingDecision pending, Throwable error) {
        var line = log.atWarn()
                .addKeyValue("operation", pending.operation())
                .addKeyValue("decision", pending.decision().id())
                .setCause(error);
        if (Retries.isRefusal(error)) {
            line.log("A decision came to nothing, and its changes were taken back; decide anew");
        } else {
            line.log("A decision could not be told to its operation; see whether the services run, it is tried again");
        }
        return Mono.empty();
    }

    private static Mono<Void> postponed(Throwable error) {
        log.atWarn().setCause(error).log("Pending decisions could not be read; see whether PostgreSQL runs");
        return Mono.empty();
    }
}
