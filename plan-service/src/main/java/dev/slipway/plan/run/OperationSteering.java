package dev.slipway.plan.run;

import dev.slipway.contracts.operation.CancelRequest;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.DecisionRequest;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationProgress;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.plan.operation.OperationStep;
import dev.slipway.plan.operation.Operations;
import dev.slipway.plan.operation.StepPlace;
import dev.slipway.toolkit.web.ProblemException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Brings what people want of an operation to the workflow that its current step runs in. */
@Component
public class OperationSteering {
    private static final Set<StepState> DONE = EnumSet.of(StepState.SUCCEEDED, StepState.SKIPPED);
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Operations operations;
    private final OperationWorkflows workflows;
    private final WorkflowStates states;
    private final Pauses pauses;
    private final PendingCancel pending;

    OperationSteering(
            Operations operations,
            OperationWorkflows workflows,
            WorkflowStates states,
            Pauses pauses,
            PendingCancel pending) {
        this.operations = operations;
        this.workflows = workflows;
        this.states = states;
        this.pauses = pauses;
        this.pending = pending;
    }

    /** Stops the step that runs; one that has not begun ends. */
    Mono<Void> cancel(Operation operation, Wish wish) {
        return switch (operation.state()) {
            case PENDING -> pending.cancel(operation, wish);
            case RUNNING, ROLLING_BACK, PAUSED ->
                betweenSteps(current(operation)
                        .flatMap(step -> workflows.cancelStep(
                                workflow(operation, step),
                                new CancelRequest(wish.id(), wish.requester(), wish.reason()))));
            default ->
                Mono.error(Refusals.state(operation, "canceled", "only one that runs, waits or is paused can be."));
        };
    }

    /** Brings a decision to where the operation has stopped. */
    public Mono<Void> decide(Operation operation, Decision decision, Wish wish) {
        return betweenSteps(stoppedAt(operation, decision))
                .flatMap(seen -> betweenSteps(operations
                        .find(operation.id())
                        .flatMap(now -> stoppedAt(now, decision)
                                .flatMap(step -> decide(now, sameTry(seen, step), decision, wish)))));
    }

    /** Somebody else's retry may have failed by now: who decided has not seen that failure. */
    private static OperationStep sameTry(OperationStep seen, OperationStep now) {
        if (seen.step() != now.step() || seen.attempts() != now.attempts()) {
            throw Refusals.conflict(
                    "The operation went on meanwhile and has stopped again; look at it, then decide anew.");
        }
        return now;
    }

    /** Finds the step a stopped operation waits at; refuses what cannot be decided there. */
    public Mono<OperationStep> stoppedAt(Operation operation, Decision decision) {
        if (operation.state() != OperationState.STOPPED) {
            return Mono.error(Refusals.state(operation, "decided about", "cancel it first, or wait until it stops."));
        }
        return steps(operation)
                .flatMap(steps -> Mono.justOrEmpty(OperationProgress.stopped(steps)))
                .switchIfEmpty(
                        Mono.error(() -> new WorkflowRefusal("The operation is just going on; look at it again.")))
                .flatMap(step -> Decision.choices(step.step()).contains(decision)
                        ? Mono.just(step)
                        : Mono.error(impossible(step, decision)));
    }

    /** The record is a moment ahead of the workflow, or behind it: what it refuses now it may take a moment later. */
    private static <T> Mono<T> betweenSteps(Mono<T> wish) {
        return wish.retryWhen(Retry.fixedDelay(TRIES, PAUSE)
                .filter(error -> error instanceof WorkflowRefusal)
                .onRetryExhaustedThrow((policy, signal) -> signal.failure()));
    }

    Mono<Void> pause(Operation operation, Wish wish) {
        return switch (operation.state()) {
            case PENDING, RUNNING, ROLLING_BACK, PAUSED -> pauses.pause(operation, wish);
            default -> Mono.error(Refusals.state(operation, "paused", "only one that runs can be."));
        };
    }

    /**
     * Asked again it wakes the workflow again: nobody has to know whether the first try arrived. One of two steps side
     * by side may be held while the other runs: then there may be somebody to wake, too.
     */
    Mono<Void> resume(Operation operation, Wish wish) {
        if (!operation.pauseRequested() && operation.state() != OperationState.PAUSED) {
            return Mono.error(Refusals.state(operation, "resumed", "it is not paused."));
        }
        var awake = current(operation).flatMap(step -> workflows.resume(workflow(operation, step)));
        return pauses.resume(operation, wish)
                .then(operation.state() == OperationState.PAUSED ? awake : awake.onErrorComplete());
    }

    private Mono<Void> decide(Operation operation, OperationStep step, Decision decision, Wish wish) {
        var workflow = workflow(operation, step);
        var request = new DecisionRequest(wish.id(), step.step(), decision, wish.requester(), wish.reason());
        return decision == Decision.RETRY
                ? states.hasRoom(workflow)
                        .flatMap(room ->
                                room ? workflows.decide(workflow, request) : Mono.error(Refusals.exhausted(step)))
                : workflows.decide(workflow, request);
    }

    private static ProblemException impossible(OperationStep step, Decision decision) {
        return Refusals.conflict("%s is not possible at the step %s; choose one of %s."
                .formatted(decision, step.step().title(), Decision.choices(step.step())));
    }

    /** The step that runs, or the one the operation holds before: the next one, or one that is tried again. */
    private Mono<OperationStep> current(Operation operation) {
        return steps(operation)
                .flatMap(steps -> Mono.justOrEmpty(steps.stream()
                        .filter(step -> step.state() == StepState.RUNNING)
                        .findFirst()
                        .or(() -> steps.stream()
                                .filter(step -> !DONE.contains(step.state()))
                                .findFirst())))
                .switchIfEmpty(Mono.error(() -> Refusals.conflict("The operation is about to end; look at it again.")));
    }

    private Mono<List<OperationStep>> steps(Operation operation) {
        return operations
                .steps(operation.id(), 0)
                .collectList()
                .map(steps -> OperationProgress.counting(steps, operation.rollbackFrom()));
    }

    private static String workflow(Operation operation, OperationStep step) {
        return StepPlace.of(step.step()).workflowId(operation.clusterId().toString());
    }
}
