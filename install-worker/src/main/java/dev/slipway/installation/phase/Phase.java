package dev.slipway.installation.phase;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.Step;
import java.util.function.Predicate;

/**
 * One named part of an installation.
 *
 * @param step the step people see
 * @param condition tells for which requests the phase runs
 */
public record Phase(Step step, Predicate<InstallationRequest> condition) {
    static Phase always(Step step) {
        return new Phase(step, request -> true);
    }

    static Phase when(Step step, Predicate<InstallationRequest> condition) {
        return new Phase(step, condition);
    }

    /** Tells whether the phase has anything to do for this request. */
    public boolean appliesTo(InstallationRequest request) {
        return condition.test(request);
    }
}
