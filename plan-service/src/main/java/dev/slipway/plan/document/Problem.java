package dev.slipway.plan.document;

import dev.slipway.toolkit.web.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.util.List;

/** The form of every refusal, for the document alone: answers are made of the framework's problem details. */
@Schema(description = "Why a request was refused, by RFC 9457", example = Problem.EXAMPLE)
record Problem(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "urn:slipway:problem: and the name of the problem")
        URI type,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "the same for all problems of the type")
        String title,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "as the HTTP status")
        int status,

        @Schema(description = "what happened this time, and what to do about it")
        String detail,

        @Schema(description = "path of the request") URI instance,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "every rule that the request breaks, by field; empty when it is not about fields")
        List<Violation> errors) {
    static final String EXAMPLE = """
            {
              "type": "urn:slipway:problem:invalid-request",
              "title": "Invalid request",
              "status": 400,
              "detail": "The request breaks the rules listed in errors; nothing was changed.",
              "instance": "/api/v1/zones",
              "errors": [{"field": "addressRange.last", "message": "must not be before the first address"}]
            }
            """;
}
