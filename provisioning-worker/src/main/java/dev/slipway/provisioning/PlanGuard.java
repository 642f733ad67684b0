package dev.slipway.provisioning;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.ResourceChange;
import dev.slipway.toolkit.temporal.Failures;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Binds apply to what was shown. When the plan's file is gone or out of date, a new plan may only hold what is left of
 * the one shown.
 */
final class PlanGuard {
    private static final Set<String> NEW = Set.of("create", "replace");

    private final Map<String, String> shown;

    PlanGuard(PlanSummary shown) {
        this.shown = shown.resources().stream()
                .collect(Collectors.toUnmodifiableMap(ResourceChange::address, ResourceChange::action));
    }

    void check(PlanSummary renewed) {
        var others = renewed.resources().stream()
                .filter(change -> !isCovered(change))
                .map(change -> change.action() + " " + change.address())
                .toList();
        if (!others.isEmpty()) {
            throw Failures.of(
                    FailureType.RESOURCE_UNAVAILABLE,
                    "The region changed after the plan was shown, and Terraform would now also "
                            + String.join(", ", others)
                            + "; nothing more was changed, roll the operation back or delete the cluster.");
        }
    }

    /** What was shown as new did not exist then, so whatever is there now was made by this operation. */
    private boolean isCovered(ResourceChange change) {
        var action = shown.get(change.address());
        return action != null && (action.equals(change.action()) || NEW.contains(action));
    }
}
