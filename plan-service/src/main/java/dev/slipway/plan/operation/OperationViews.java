package dev.slipway.plan.operation;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts together what the API shows of an operation. */
@Component
public class OperationViews {
    private final Operations operations;
    private final Clock clock;

    OperationViews(Operations operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    /**
     * Shows an operation; one that waits with what it waits for, one that runs with how long it will probably still
     * take, when that was foretold.
     */
    public Mono<OperationView> of(Operation operation) {
        return operation.state() == OperationState.PENDING ? waiting(operation) : begun(operation);
    }

    private Mono<OperationView> waiting(Operation operation) {
        return operations
                .active(List.of(operation.clusterId()))
                .filter(other -> !other.id().equals(operation.id()))
                .next()
                .map(other -> """
                        Operation %s (%s) has to stop first: it is asked to again and again, and ended within minutes \
                        when it does not.""".formatted(other.id(), other.kind()))
                .defaultIfEmpty("It is about to begin; see whether Temporal runs when that takes longer than a minute.")
                .map(text -> OperationView.waiting(operation, text));
    }

    private Mono<OperationView> begun(Operation operation) {
        var forecast = operation.forecast();
        if (forecast == null || operation.state() != OperationState.RUNNING) {
            return Mono.just(OperationView.from(operation));
        }
        return operations
                .steps(operation.id(), 0)
                .map(OperationStep::time)
                .collectList()
                .map(steps -> OperationView.estimated(operation, forecast.remaining(steps, clock.instant())));
    }
}
