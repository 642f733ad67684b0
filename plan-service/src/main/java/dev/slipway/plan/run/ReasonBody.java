package dev.slipway.plan.run;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why a person cancels, pauses or resumes an operation.
 *
 * @param reason for the record
 */
@Schema(example = ReasonBody.EXAMPLE)
record ReasonBody(@Nullable @Size(max = 1000) String reason) {
    static final String EXAMPLE = """
            {"reason": "the hosts get new disks this evening"}
            """;

    static ReasonBody orEmpty(@Nullable ReasonBody body) {
        return body == null ? new ReasonBody(null) : body;
    }
}
