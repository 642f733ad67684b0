package dev.slipway.plan.decision;

import dev.slipway.contracts.operation.DecisionReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about an operation.
 *
 * @param step the step it is about, when it is about one
 * @param decision RETRY, ROLL_BACK, ABANDON, LEAVE_BEHIND, CANCEL, PAUSE or RESUME
 */
public record OperationDecision(
        String id,
        @Nullable String step,
        String decision,
        String requestedBy,
        @Nullable String reason,
        Instant at) {
    /** Returns the decision a workflow reports. */
    public static OperationDecision of(DecisionReport report) {
        return new OperationDecision(
                report.id(),
                report.step().name(),
                report.decision(),
                report.requestedBy(),
                report.reason(),
                report.at());
    }
}
