package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.operation.OperationStep;
import dev.slipway.plan.operation.Operations;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells whether a person left the hosts of a cluster behind: a step that is left out for a failure says so. */
@Component
class LeftBehind {
    private static final Set<Step> REMOVAL = Set.of(Step.RESET_HOSTS, Step.DESTROY_HOSTS);

    private final Operations operations;

    LeftBehind(Operations operations) {
        this.operations = operations;
    }

    /** Returns why hosts are left behind; nothing when they are gone, or as they were. */
    Mono<String> of(OperationReference operation) {
        return operations
                .steps(UUID.fromString(operation.operationId()), 0)
                .filter(step -> REMOVAL.contains(step.step()) && step.state() == StepState.SKIPPED)
                .flatMap(LeftBehind::reason)
                .next();
    }

    /** A step that was not needed was left out for no failure. */
    private static Mono<String> reason(OperationStep step) {
        return Mono.justOrEmpty(step.failure())
                .map(failure ->
                        "%s ended with %s: %s".formatted(step.step().title(), failure.type(), failure.message()));
    }
}
