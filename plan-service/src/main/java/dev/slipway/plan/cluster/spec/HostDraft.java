package dev.slipway.plan.cluster.spec;

import dev.slipway.contracts.cluster.NodeRole;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** A host assignment as asked for. */
public record HostDraft(
        @Schema(description = "name of a registered host", requiredMode = RequiredMode.REQUIRED) @Nullable
        String host,

        @Schema(implementation = NodeRole.class, requiredMode = RequiredMode.REQUIRED) @Nullable
        String role) {
    static HostDraft of(HostAssignment assignment) {
        return new HostDraft(assignment.host(), assignment.role().name());
    }
}
