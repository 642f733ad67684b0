package dev.slipway.plan.decision;

import dev.slipway.contracts.operation.DecisionReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about an operation, by a request to it or by deleting its cluster.
 *
 * @param step the step it is about, when it is about one
 * @param decision RETRY, ROLL_BACK, ABANDON, LEAVE_BEHIND, CANCEL, PAUSE or RESUME; TAKE_OVER by a deletion, and
 *     TERMINATE when it did not stop for that
 * @param changes what a RETRY changed of the spec, when it did
 * @param pending whether the operation has not heard of it yet; then it may still come to nothing
 */
public record OperationDecision(
        String id,
        @Nullable String step,
        String decision,
        String requestedBy,
        @Nullable String reason,
        Instant at,
        @Nullable List<FieldChange> changes,
        boolean pending) {
    /** Returns a decision that changes nothing of the spec. */
    public static OperationDecision plain(
            String id, String decision, String requestedBy, @Nullable String reason, Instant at) {
        return new OperationDecision(id, null, decision, requestedBy, reason, at, null, false);
    }

    /** Returns the decision a workflow reports. */
    public static OperationDecision of(DecisionReport report) {
        return new OperationDecision(
                report.id(),
                report.step().name(),
                report.decision(),
                report.requestedBy(),
                report.reason(),
                report.at(),
                null,
                false);
    }
}
