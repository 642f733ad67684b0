package dev.slipway.plan.run;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why a person cancels, pauses or resumes an operation.
 *
 * @param reason for the record
 */
record ReasonBody(@Nullable @Size(max = 1000) String reason) {
    static ReasonBody orEmpty(@Nullable ReasonBody body) {
        return body == null ? new ReasonBody(null) : body;
    }
}
