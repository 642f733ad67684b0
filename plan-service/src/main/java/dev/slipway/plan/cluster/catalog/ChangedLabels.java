package dev.slipway.plan.cluster.catalog;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one thing of a running cluster's spec that a request may change. */
@Schema(example = ChangedLabels.EXAMPLE)
record ChangedLabels(
        @Schema(description = "all labels the cluster shall have: keys and values as of Kubernetes labels") @Nullable
        Map<String, @Nullable String> labels) {
    static final String EXAMPLE = """
            {"labels": {"team": "blue", "example.com/stage": "test"}}
            """;

    ClusterDraft toDraft() {
        return new ClusterDraft(null, null, null, null, null, null, null, null, null, labels);
    }
}
