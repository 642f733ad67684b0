package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.journal.WorkRecord;
import dev.slipway.plan.operation.OperationStep;
import dev.slipway.plan.operation.Operations;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells which hosts of a cluster a person left behind: a step that is left out for a failure says so. */
@Component
class LeftBehind {
    private static final Set<Step> REMOVAL = Set.of(Step.RESET_HOSTS, Step.DESTROY_HOSTS);

    private final Operations operations;
    private final WorkRecord record;

    LeftBehind(Operations operations, WorkRecord record) {
        this.operations = operations;
        this.record = record;
    }

    /** Returns what is left behind; nothing when all hosts are gone, or as they were. */
    Mono<LeftHosts> of(OperationReference operation) {
        var id = UUID.fromString(operation.operationId());
        return operations
                .steps(id, 0)
                .filter(step -> REMOVAL.contains(step.step()) && step.state() == StepState.SKIPPED)
                .concatMap(step -> left(id, step))
                .next();
    }

    /** A step that was not needed was left out for no failure. */
    private Mono<LeftHosts> left(UUID operation, OperationStep step) {
        return Mono.justOrEmpty(step.failure())
                .map(failure ->
                        "%s ended with %s: %s".formatted(step.step().title(), failure.type(), failure.message()))
                .flatMap(reason -> record.left(operation, step.step())
                        .map(stillThere -> new LeftHosts(reason, stillThere))
                        .defaultIfEmpty(new LeftHosts(reason, null)));
    }
}
