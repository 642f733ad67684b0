package dev.slipway.plan.operation;

import java.time.Clock;
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

    /** Shows an operation; one that runs with how long it will probably still take, when that was foretold. */
    public Mono<OperationView> of(Operation operation) {
        var forecast = operation.forecast();
        if (forecast == null || operation.state() != OperationState.RUNNING) {
            return Mono.just(OperationView.from(operation));
        }
        return operations
                .steps(operation.id(), 0)
                .map(OperationStep::time)
                .collectList()
                .map(steps -> OperationView.of(operation, forecast.remaining(steps, clock.instant())));
    }
}
