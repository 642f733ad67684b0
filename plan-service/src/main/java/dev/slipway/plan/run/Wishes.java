package dev.slipway.plan.run;

import dev.slipway.plan.decision.OperationDecisions;
import dev.slipway.plan.idempotency.IdempotencyKeys;
import dev.slipway.plan.idempotency.RequestIdentity;
import dev.slipway.toolkit.web.ProblemException;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets what a person wants of an operation come about once, however often the request for it comes. */
@Component
public class Wishes {
    private static final Answer BEGUN = new Answer(false);
    private static final Answer DONE = new Answer(true);

    private final IdempotencyKeys keys;
    private final OperationDecisions decisions;

    Wishes(IdempotencyKeys keys, OperationDecisions decisions) {
        this.keys = keys;
        this.decisions = decisions;
    }

    /** How far a wish has come: one that was begun may have come about although nobody was told. */
    private record Answer(boolean done) {}

    /** Does the work for a request, unless that was done for the same one before. */
    public Mono<Void> once(UUID operation, RequestIdentity identity, Mono<Void> work) {
        return identity.key() == null
                ? work
                : keys.claim(identity, BEGUN)
                        .then(keys.answer(identity, Answer.class))
                        .defaultIfEmpty(BEGUN)
                        .flatMap(answer -> answer.done() ? Mono.empty() : finish(operation, identity, work));
    }

    private Mono<Void> finish(UUID operation, RequestIdentity identity, Mono<Void> work) {
        return decisions
                .isTaken(operation, identity.id())
                .flatMap(taken -> taken ? Mono.empty() : work)
                .then(Mono.defer(() -> keys.settle(identity, DONE)))
                .onErrorResume(
                        Wishes::isRefusal, error -> keys.drop(identity, BEGUN).then(Mono.error(error)));
    }

    /** Only then is it certain that nothing came of it, so that its key may be used again. */
    private static boolean isRefusal(Throwable error) {
        return error instanceof OptimisticLockingFailureException
                || (error instanceof ProblemException problem
                        && problem.getStatusCode().is4xxClientError());
    }
}
