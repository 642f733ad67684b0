package dev.slipway.plan.cluster.decision;

import dev.slipway.contracts.operation.Decision;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a client sends it.
 *
 * @param reason why, for the record
 * @param changes what shall be different about the cluster when it is tried again; what is absent stays, and a label
 *     that is null goes
 */
record DecisionBody(
        @NotNull Decision decision,
        @Nullable @Size(max = 1000) String reason,

        @Schema(description = "for RETRY: what is absent stays as it is, and a label that is null goes") @Nullable
        ClusterDraft changes) {
    static final String EXAMPLE = """
            {
              "decision": "RETRY",
              "reason": "port 6443 belongs to the old load balancer",
              "changes": {"apiPort": 7443, "network": {"podNetwork": "10.32.0.0/16"}, "labels": {"team": "blue"}}
            }
            """;
}
