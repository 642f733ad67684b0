package dev.slipway.plan.cluster.catalog;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one thing of a running cluster's spec that a request may change. */
record ChangedLabels(@Nullable Map<String, @Nullable String> labels) {
    ClusterDraft toDraft() {
        return new ClusterDraft(null, null, null, null, null, null, null, null, null, labels);
    }
}
