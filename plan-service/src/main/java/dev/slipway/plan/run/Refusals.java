package dev.slipway.plan.run;

import dev.slipway.contracts.operation.Decision;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationStep;
import dev.slipway.toolkit.web.ProblemException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Why an operation does not do what a person asks of it, and what the person can do. */
final class Refusals {
    private Refusals() {}

    /** The operation is in no state for this. */
    static ProblemException state(Operation operation, String wish, String advice) {
        return conflict(
                "Operation %s is %s and cannot be %s; %s".formatted(operation.id(), operation.state(), wish, advice));
    }

    /** No step may be tried so often that a decision about it is no longer possible. */
    static ProblemException exhausted(OperationStep step) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "retries-exhausted",
                "Tried too often",
                "The step %s was tried so often that Temporal can hardly keep more of its history; choose one of %s, or delete the cluster."
                        .formatted(step.step().title(), others(step)),
                List.of());
    }

    private static List<Decision> others(OperationStep step) {
        return Decision.choices(step.step()).stream()
                .filter(choice -> choice != Decision.RETRY)
                .toList();
    }

    /** Turns what Temporal says into a problem. */
    static Throwable named(Throwable error) {
        return switch (error) {
            case WorkflowNotFoundException gone ->
                new WorkflowRefusal("The operation has moved on meanwhile; look at it again.");
            case WorkflowUpdateException refused ->
                new WorkflowRefusal(reason(refused) + "; look at the operation again.");
            default ->
                new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "worker-unreachable",
                        "Worker unreachable",
                        "The worker that runs this step did not answer; see whether the services run, look at the operation, and ask again if it still waits.",
                        List.of());
        };
    }

    private static String reason(WorkflowUpdateException refused) {
        return refused.getCause() instanceof ApplicationFailure cause
                ? cause.getOriginalMessage()
                : String.valueOf(refused.getMessage());
    }

    static ProblemException conflict(String detail) {
        return new StateConflict(detail);
    }
}
